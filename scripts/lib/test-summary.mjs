/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A stage that is no list of tests (type check, lint, build) and failed, or a runner that died. @type {Counts} */
export const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 }

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/**
 * Counts the tests of one vitest run from its JSON report. A file that could not be loaded has no tests and counts as one failure;
 * a run that ended badly without naming a failed test, or wrote no report, counts as one failure too.
 * @param {string | undefined} report the text of the JSON report, if there is one
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  const parsed = parse(report)
  if (!parsed) return ONE_FAILURE
  const unloadable = parsed.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  ).length
  const failed = parsed.numFailedTests + unloadable
  return {
    passed: parsed.numPassedTests,
    failed: failed === 0 && (exitCode !== 0 || parsed.success === false) ? 1 : failed,
    skipped: (parsed.numPendingTests ?? 0) + (parsed.numTodoTests ?? 0)
  }
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function addCounts(parts) {
  return parts.reduce(
    (sum, part) => ({ passed: sum.passed + part.passed, failed: sum.failed + part.failed, skipped: sum.skipped + part.skipped }),
    NOTHING
  )
}

/**
 * The line every test run ends with: `12 passed, 0 failed`, and `, 1 skipped` when there are any.
 * @param {Counts} counts
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {string | undefined} report
 * @returns {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number, success?: boolean,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined}
 */
function parse(report) {
  if (!report) return undefined
  try {
    return JSON.parse(report)
  } catch {
    return undefined
  }
}
