/**
 * @typedef {{ name: string, reason: string | null }} Skipped
 * @typedef {{ passed: number, failures: string[], skipped: Skipped[], errors: string[] }} Report what summary-reporter.mjs writes
 * @typedef {{ passed: number, failures: readonly string[], skipped: readonly Skipped[] }} Counts `failures` says what failed, an entry
 *   each
 */

/** @type {Counts} */
export const NOTHING = { passed: 0, failures: [], skipped: [] }

/**
 * Returns the counts of a stage that is no list of tests (type check, lint, build) and failed, or of a runner that died or ran nothing.
 * @param {string} what
 * @returns {Counts}
 */
export function oneFailure(what) {
  return { passed: 0, failures: [what], skipped: [] }
}

/**
 * Counts the tests of one Vitest run from its report. A file that could not be loaded counts as one failure, and so does a run that ran
 * no test, wrote no report, or ended badly without naming a failed test.
 * @param {string} suite what to call the run where no test is to blame
 * @param {string | undefined} text the text of the report, if there is one
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(suite, text, exitCode) {
  const report = parse(text)
  if (!report) return oneFailure(`${suite}: Vitest wrote no report and exited with ${exitCode}`)
  const { passed, failures, skipped, errors } = report
  const problems = [...errors]
  if (exitCode !== 0) problems.push(`Vitest exited with ${exitCode}`)
  if (passed === 0) problems.push('no test was run')
  const isUnexplained = failures.length === 0 && problems.length > 0
  return { passed, failures: isUnexplained ? [`${suite}: ${problems[0]}`] : failures, skipped }
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function addCounts(parts) {
  return {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failures: parts.flatMap(({ failures }) => failures),
    skipped: parts.flatMap(({ skipped }) => skipped)
  }
}

/**
 * The lines every test run ends with: the skipped tests with their reasons, one line for those of one file and reason; what failed; and
 * last `12 passed, 0 failed`, with `, 1 skipped` where there are any.
 * @param {Counts} counts
 */
export function summaryLines({ passed, failures, skipped }) {
  /** @type {Map<string, number>} */
  const groups = new Map()
  for (const { name, reason } of skipped) {
    const group = `${name.split(' > ')[0]}: ${reason ?? 'does not apply to this system'}`
    groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  return [
    ...Array.from(groups, ([group, count]) => `skipped ${count} of ${group}`),
    ...failures.map((failure) => `failed: ${failure}`),
    `${passed} passed, ${failures.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
  ]
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
