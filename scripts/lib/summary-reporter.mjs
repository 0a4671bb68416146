import fs from 'node:fs'
import path from 'node:path'

/**
 * A Vitest reporter that writes what `countTests` reads: how many tests passed and failed, which were skipped and why, and how many
 * files could not be loaded. The JSON reporter of Vitest leaves the reasons out.
 *
 * @typedef {import('./test-summary.mjs').Report} Report
 */
export default class SummaryReporter {
  /** @param {{ outputFile: string }} options */
  constructor({ outputFile }) {
    this.outputFile = outputFile
  }

  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => Array.from(module.children.allTests()))
    const count = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state).length
    /** @type {Report} */
    const report = {
      passed: count('passed'),
      failed: count('failed'),
      // A test that never ran, because its run was interrupted, has not passed either.
      unfinished: count('pending'),
      skipped: tests
        .filter((test) => test.result().state === 'skipped')
        .map((test) => ({ name: `${test.module.relativeModuleId} > ${test.fullName}`, reason: reasonOf(test) })),
      // Of a file that does not load, or whose hooks fail, tests may be missing.
      broken: modules.filter((module) => module.state() === 'failed' && !Array.from(module.children.allTests('failed')).length).length,
      errors: unhandledErrors.length
    }
    fs.mkdirSync(path.dirname(this.outputFile), { recursive: true })
    fs.writeFileSync(this.outputFile, JSON.stringify(report))
  }
}

/**
 * Returns why a test was skipped: its own note, or what its condition put in the title (tests/support/conditions.ts).
 * @param {import('vitest/node').TestCase} test
 */
function reasonOf(test) {
  const result = test.result()
  const note = 'note' in result ? result.note : undefined
  return note ?? /\[skipped: (.+?)\]/.exec(test.fullName)?.[1] ?? null
}
