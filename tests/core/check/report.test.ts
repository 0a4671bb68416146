import { expect, it } from 'vitest'
import { countTensor, emptyColumns, sumCounts } from '../../../src/core/check/report'
import { isFailure, passes, verdicts } from '../../../src/core/check/verdict'

const kink = verdicts.indexOf('kink')
const passed = verdicts.findIndex(passes)
const [tooSmall, unreliable] = [verdicts.indexOf('too-small'), verdicts.indexOf('unreliable')]
const failed = verdicts.findIndex(isFailure)

it('counts one tensor among what was checked so far, without the errors at kinks', () => {
  const columns = emptyColumns(6)
  columns.tensor.set([0, 1, 1, 1, 0, 1])
  columns.verdict.set([passed, passed, failed, kink, failed, failed])
  columns.relative.set([1, 1e-9, 0.5, 0.9, 1, 0.7])
  columns.analytic.set([9, 1, -3, 2, 9, 100])
  const none = { passed: 0, failed: 0, kinks: 0, tooSmall: 0, unreliable: 0 }
  const second = { ...none, checked: 3, passed: 1, failed: 1, kinks: 1 }
  expect(countTensor(columns, 1, 5)).toEqual({ ...second, worstRelative: 0.5, largestAnalytic: 3 })
  expect(countTensor(columns, 2, 6)).toEqual({ ...none, checked: 0, worstRelative: 0, largestAnalytic: 0 })
})

it('counts what was not judged apart from what passed and failed, and adds everything up', () => {
  const columns = emptyColumns(4)
  columns.verdict.set([tooSmall, unreliable, passed, tooSmall])
  columns.relative.set([1, 1, 1e-9, 1])
  const counts = countTensor(columns, 0, 4)
  expect(counts).toMatchObject({ checked: 4, passed: 1, failed: 0, kinks: 0, tooSmall: 2, unreliable: 1, worstRelative: 1e-9 })
  expect(sumCounts([counts, counts])).toEqual({ checked: 8, passed: 2, failed: 0, kinks: 0, tooSmall: 4, unreliable: 2 })
})
