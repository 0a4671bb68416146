import { describe, expect, it } from 'vitest'
import { runToEnd } from '#core'
import { groupNumbersTask } from '../../../src/core/data/group-numbers'

describe('rows grouped by equal numbers', () => {
  const values = [7, 3, NaN, 7, 3, 5, NaN, -0, 0]
  const rows = Int32Array.of(8, 0, 3, 1, 2, 6, 7)

  it('are numbered in order of first occurrence, with the row that comes first', () => {
    const groups = runToEnd(groupNumbersTask(values, rows, 4))
    expect(groups).toEqual({ codes: Int32Array.of(0, 1, 1, 2, 3, 3, 0), firsts: [8, 0, 1, 2] })
  })

  it('are refused where there are more groups than wanted', () => {
    expect(runToEnd(groupNumbersTask(values, rows, 3))).toBeNull()
    expect(runToEnd(groupNumbersTask(values, new Int32Array(0), 0))).toEqual({ codes: new Int32Array(0), firsts: [] })
  })
})
