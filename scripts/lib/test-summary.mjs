/**
 * @typedef {{ name: string, reason: string | null }} Skipped
 * @typedef {{ passed: number, failed: number, unfinished: number, skipped: Skipped[], broken: number, errors: number }} Report what
 *   summary-reporter.mjs writes
 * @typedef {{ passed: number, failed: number, skipped: readonly Skipped[] }} Counts
 */

/** A stage that is no list of tests (type check, lint, build) and failed, or a runner that died or ran nothing. @type {Counts} */
export const ONE_FAILURE = { passed: 0, failed: 1, skipped: [] }

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: [] }

/**
 * Counts the tests of one Vitest run from its report. A file that could not be loaded counts as one failure, and so does a run that ran
 * no test, wrote no report, or ended badly without naming a failed test.
 * @param {string | undefined} text the text of the report, if there is one
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(text, exitCode) {
  const report = parse(text)
  if (!report) return ONE_FAILURE
  const failed = report.failed + report.unfinished + report.broken
  const isBad = exitCode !== 0 || report.errors > 0 || report.passed === 0
  return { passed: report.passed, failed: failed === 0 && isBad ? 1 : failed, skipped: report.skipped }
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function addCounts(parts) {
  return parts.reduce(
    (sum, part) => ({ passed: sum.passed + part.passed, failed: sum.failed + part.failed, skipped: [...sum.skipped, ...part.skipped] }),
    NOTHING
  )
}

/**
 * The lines every test run ends with: the skipped tests with their reasons, one line for those of one file and reason, and last
 * `12 passed, 0 failed`, with `, 1 skipped` where there are any.
 * @param {Counts} counts
 */
export function summaryLines({ passed, failed, skipped }) {
  /** @type {Map<string, number>} */
  const groups = new Map()
  for (const { name, reason } of skipped) {
    const group = `${name.split(' > ')[0]}: ${reason ?? 'does not apply to this system'}`
    groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  const reasons = Array.from(groups, ([group, count]) => `skipped ${count} of ${group}`)
  return [...reasons, `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`]
}

/**
 * @param {string | undefined} text
 * @returns {Report | undefined}
 */
function parse(text) {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
