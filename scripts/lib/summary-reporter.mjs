import fs from 'node:fs'
import path from 'node:path'

/**
 * A Vitest reporter that writes what `countTests` reads: how many tests passed, which failed and with which message, which were skipped
 * and why, and which files could not be loaded. The JSON reporter of Vitest leaves the reasons out.
 *
 * @typedef {import('./test-summary.mjs').Report} Report
 * @typedef {import('vitest/node').TestCase} TestCase
 */
export default class SummaryReporter {
  /** @param {{ outputFile: string }} options */
  constructor({ outputFile }) {
    this.outputFile = outputFile
  }

  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest').SerializedError[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => Array.from(module.children.allTests()))
    const inState = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state)
    /** @type {Report} */
    const report = {
      passed: inState('passed').length,
      failures: [
        ...inState('failed').map((test) => `${nameOf(test)}: ${messageOf(test.result().errors)}`),
        // A test that never ran, because its run was interrupted, has not passed either.
        ...inState('pending').map((test) => `${nameOf(test)}: never ran`),
        // Of a file that does not load, or whose hooks fail, tests may be missing.
        ...modules
          .filter((module) => module.state() === 'failed' && !Array.from(module.children.allTests('failed')).length)
          .map((module) => `${module.relativeModuleId}: ${messageOf(module.errors())}`)
      ],
      skipped: inState('skipped').map((test) => ({ name: nameOf(test), reason: reasonOf(test) })),
      errors: unhandledErrors.map((error) => messageOf([error]))
    }
    fs.mkdirSync(path.dirname(this.outputFile), { recursive: true })
    fs.writeFileSync(this.outputFile, JSON.stringify(report))
  }
}

/** @param {TestCase} test */
function nameOf(test) {
  return `${test.module.relativeModuleId} > ${test.fullName}`
}

/**
 * Returns the first line of the first error.
 * @param {readonly { message?: string }[] | undefined} errors
 */
function messageOf(errors) {
  return (errors?.[0]?.message ?? 'failed without a message').split('\n')[0]
}

/**
 * Returns why a test was skipped: its own note, or what its condition put in the title (tests/support/conditions.ts).
 * @param {TestCase} test
 */
function reasonOf(test) {
  const result = test.result()
  const note = 'note' in result ? result.note : undefined
  return note ?? /\[skipped: (.+?)\]/.exec(test.fullName)?.[1] ?? null
}
