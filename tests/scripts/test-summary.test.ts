import { describe, expect, test } from 'vitest'
import { addCounts, countTests, ONE_FAILURE, summaryLines } from '../../scripts/lib/test-summary.mjs'

const report = (extra: object) => JSON.stringify({ passed: 1, failed: 0, unfinished: 0, skipped: [], broken: 0, errors: 0, ...extra })
const skipped = [{ name: 'tests/a.test.ts > a > b', reason: 'needs numpy' }]

describe('counting the tests of a report', () => {
  test('passed, failed and skipped are taken over', () => {
    expect(countTests(report({ passed: 5, failed: 2, skipped }), 1)).toEqual({ passed: 5, failed: 2, skipped })
  })

  test('a file that could not be loaded and a test that did not end count as failures', () => {
    expect(countTests(report({ passed: 2, failed: 1, broken: 1, unfinished: 3 }), 1)).toMatchObject({ passed: 2, failed: 5 })
  })

  test('a run that ends badly without a failed test counts as one failure', () => {
    expect(countTests(report({ passed: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 })
    expect(countTests(report({ passed: 3, errors: 1 }), 0)).toMatchObject({ passed: 3, failed: 1 })
  })

  test('a run of no test counts as one failure, though it ends well', () => {
    expect(countTests(report({ passed: 0 }), 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(countTests(report({ passed: 0, skipped }), 0)).toEqual({ passed: 0, failed: 1, skipped })
  })

  test('a run without a readable report counts as one failure', () => {
    expect(countTests(undefined, 1)).toEqual(ONE_FAILURE)
    expect(countTests('', 0)).toEqual(ONE_FAILURE)
    expect(countTests('{"passed', 0)).toEqual(ONE_FAILURE)
  })
})

describe('the last lines', () => {
  test('sum all suites', () => {
    const sum = addCounts([{ passed: 10, failed: 0, skipped: [] }, ONE_FAILURE, { passed: 2, failed: 1, skipped: [] }])
    expect(summaryLines(sum)).toEqual(['12 passed, 2 failed'])
  })

  test('name skipped tests by file and reason', () => {
    const all = [...skipped, { name: 'tests/a.test.ts > a > c', reason: 'needs numpy' }, { name: 'tests/b.test.ts > d', reason: null }]
    expect(summaryLines({ passed: 3, failed: 0, skipped: all })).toEqual([
      'skipped 2 of tests/a.test.ts: needs numpy',
      'skipped 1 of tests/b.test.ts: does not apply to this system',
      '3 passed, 0 failed, 3 skipped'
    ])
  })
})
