import { expect, it } from 'vitest'
import { countTensor, emptyColumns, isFailure } from '../../../src/core/check/report'
import { verdicts } from '../../../src/core/check/verdict'

const kink = verdicts.indexOf('kink')
const passed = verdicts.findIndex((verdict) => verdict !== 'kink' && !isFailure(verdict))
const failed = verdicts.findIndex(isFailure)

it('counts one tensor among what was checked so far, without the errors at kinks', () => {
  const columns = emptyColumns(6)
  columns.tensor.set([0, 1, 1, 1, 0, 1])
  columns.verdict.set([passed, passed, failed, kink, failed, failed])
  columns.relative.set([1, 1e-9, 0.5, 0.9, 1, 0.7])
  columns.analytic.set([9, 1, -3, 2, 9, 100])
  expect(countTensor(columns, 1, 5)).toEqual({ checked: 3, passed: 1, failed: 1, kinks: 1, worstRelative: 0.5, largestAnalytic: 3 })
  expect(countTensor(columns, 2, 6)).toEqual({ checked: 0, passed: 0, failed: 0, kinks: 0, worstRelative: 0, largestAnalytic: 0 })
})
