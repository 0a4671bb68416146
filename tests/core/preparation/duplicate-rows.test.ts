import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '#core'
import { duplicateRowsTask, someAreSame } from '../../../src/core/preparation/duplicate-rows'
import { runToEnd } from '../../../src/core/tasks/task'
import { tableOfColumns } from '../../support/tables'

function twinsOf(columns: readonly Column[], train: Int32Array, test: Int32Array) {
  const { rows, firsts } = runToEnd(duplicateRowsTask(columns, train, test)).test
  return Array.from(rows, (row, i) => ({ train: firsts[i], test: row }))
}

const rowsFrom = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, i) => from + i)

describe('rows of the test that also occur in training', () => {
  it('are those that say the same in every column, as numbers, as texts, or by saying nothing', () => {
    const { columns } = tableOfColumns({
      x: ['1', '2', 'NA', '0', '1.0', '2', '', '-0', '3'],
      t: ['a', 'b', 'c', 'd', ' a ', 'B', 'c', 'd', 'a']
    })
    expect(twinsOf(columns, rowsFrom(0, 4), rowsFrom(4, 9))).toEqual([
      { train: 0, test: 4 },
      { train: 2, test: 6 },
      { train: 3, test: 7 }
    ])
  })

  it('are found at once, however often they repeat', () => {
    const count = 100_000
    const { columns } = tableOfColumns({
      x: Array.from({ length: count }, (_, i) => i % 2),
      t: Array.from({ length: count }, (_, i) => `t${i % 3}`)
    })
    // Every row against every other would be 2.5 thousand million comparisons, which time out.
    expect(twinsOf(columns, rowsFrom(0, count / 2), rowsFrom(count / 2, count))).toHaveLength(count / 2)
  })

  it('are found as by comparing every row with every other', () => {
    const cell = fc.constantFrom('1', '2', '1e0', '?', '0', '-0')
    const row = fc.tuple(cell, cell, fc.constantFrom('a', 'b', 'NA'))
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 30 }), fc.nat(29), (cells, at) => {
        const { columns } = tableOfColumns({ x: cells.map(([x]) => x), y: cells.map(([, y]) => y), t: cells.map(([, , t]) => t) })
        const border = Math.min(at, cells.length)
        const keyOf = (i: number) =>
          columns
            .map(({ kind, missing, values }, c) => (missing[i] === 1 ? null : kind === 'number' ? values[i] + 0 : cells[i][c]))
            .join('|')
        const expected = Array.from(rowsFrom(border, cells.length)).flatMap((test) => {
          const train = Array.from(rowsFrom(0, border)).find((i) => keyOf(i) === keyOf(test))
          return train === undefined ? [] : [{ train, test }]
        })
        expect(twinsOf(columns, rowsFrom(0, border), rowsFrom(border, cells.length))).toEqual(expected)
      })
    )
  })
})

describe('training rows that repeat an earlier one', () => {
  it('are paired with the first of them, in the order given', () => {
    const { columns } = tableOfColumns({ x: ['1', '2', '1', 'NA', '2', '1', ''], t: ['a', 'b', 'a', 'c', 'B', 'a', 'c'] })
    const { train, test } = runToEnd(duplicateRowsTask(columns, rowsFrom(0, 7), new Int32Array(0)))
    expect([...train.rows].map((row, i) => [row, train.firsts[i]])).toEqual([
      [2, 0],
      [5, 0],
      [6, 3]
    ])
    expect(test.rows).toHaveLength(0)
  })

  it('are the same row twice only where all of the columns are the same', () => {
    const { columns } = tableOfColumns({ x: [1, 1, 1], id: [7, 8, 7] })
    expect(someAreSame(columns, { rows: Int32Array.of(1), firsts: Int32Array.of(0) })).toBe(false)
    expect(someAreSame(columns, { rows: Int32Array.of(1, 2), firsts: Int32Array.of(0, 0) })).toBe(true)
  })
})
