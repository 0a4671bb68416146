import { describe, expect, test } from 'vitest'
import { addCounts, countTests, oneFailure, summaryLines } from '../../scripts/lib/test-summary.mjs'

const report = (extra: object) => JSON.stringify({ passed: 1, failures: [], skipped: [], errors: [], ...extra })
const count = (text: string | undefined, exitCode: number) => countTests('unit', text, exitCode)
const skipped = [{ name: 'tests/a.test.ts > a > b', reason: 'needs numpy' }]

describe('counting the tests of a report', () => {
  test('passed, failed and skipped are taken over', () => {
    const failures = ['tests/a.test.ts > a > c: expected 1 to be 2', 'tests/d.test.ts: no such module']
    expect(count(report({ passed: 5, failures, skipped }), 1)).toEqual({ passed: 5, failures, skipped })
  })

  test('a run that ends badly without a failed test counts as one failure', () => {
    expect(count(report({ passed: 3 }), 1)).toMatchObject({ passed: 3, failures: ['unit: Vitest exited with 1'] })
    expect(count(report({ passed: 3, errors: ['not caught'] }), 0)).toMatchObject({ passed: 3, failures: ['unit: not caught'] })
  })

  test('a run of no test counts as one failure, though it ends well', () => {
    expect(count(report({ passed: 0, skipped }), 0)).toEqual({ passed: 0, failures: ['unit: no test was run'], skipped })
  })

  test('a run without a readable report counts as one failure', () => {
    for (const text of [undefined, '', '{"passed']) {
      expect(count(text, 137)).toEqual(oneFailure('unit: Vitest wrote no report and exited with 137'))
    }
  })
})

describe('the last lines', () => {
  test('sum all suites, and say what failed', () => {
    const sum = addCounts([
      { passed: 10, failures: [], skipped: [] },
      oneFailure('ESLint'),
      { passed: 2, failures: ['tests/a.test.ts > a: expected 1 to be 2'], skipped: [] }
    ])
    expect(summaryLines(sum)).toEqual(['failed: ESLint', 'failed: tests/a.test.ts > a: expected 1 to be 2', '12 passed, 2 failed'])
  })

  test('name skipped tests by file and reason', () => {
    const all = [...skipped, { name: 'tests/a.test.ts > a > c', reason: 'needs numpy' }, { name: 'tests/b.test.ts > d', reason: null }]
    expect(summaryLines({ passed: 3, failures: [], skipped: all })).toEqual([
      'skipped 2 of tests/a.test.ts: needs numpy',
      'skipped 1 of tests/b.test.ts: does not apply to this system',
      '3 passed, 0 failed, 3 skipped'
    ])
  })
})
