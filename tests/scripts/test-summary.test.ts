import { describe, expect, test } from 'vitest'
import { addCounts, countTests, ONE_FAILURE, summaryLine } from '../../scripts/lib/test-summary.mjs'

const report = (extra: object) =>
  JSON.stringify({ success: true, numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...extra })

describe('counting the tests of a report', () => {
  test('passed, failed and skipped are taken over', () => {
    const text = report({ success: false, numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })
    expect(countTests(text, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('a file that could not be loaded counts as one failure, beside the failed tests of others', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] }
    ]
    const text = report({ success: false, numPassedTests: 2, numFailedTests: 1, testResults })
    expect(countTests(text, 1)).toEqual({ passed: 2, failed: 2, skipped: 0 })
  })

  test('a run that ends badly without a failed test counts as one failure', () => {
    expect(countTests(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
    expect(countTests(report({ success: false, numPassedTests: 3 }), 0)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  test('a run without a readable report counts as one failure', () => {
    expect(countTests(undefined, 1)).toEqual(ONE_FAILURE)
    expect(countTests('', 0)).toEqual(ONE_FAILURE)
    expect(countTests('{"numPassed', 0)).toEqual(ONE_FAILURE)
  })
})

describe('the last line', () => {
  test('sums all suites', () => {
    const sum = addCounts([{ passed: 10, failed: 0, skipped: 0 }, ONE_FAILURE, { passed: 2, failed: 1, skipped: 0 }])
    expect(summaryLine(sum)).toBe('12 passed, 2 failed')
  })

  test('names skipped tests only when there are any', () => {
    expect(summaryLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped')
  })
})
