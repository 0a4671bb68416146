import { expect, it } from 'vitest'
import { completeRows } from '../../../src/core/preparation/complete-rows'
import { tableOfColumns } from '../../support/tables'

const table = tableOfColumns({ a: [1, 'NA', 3, 4], b: ['x', 'y', '', 'z'], c: [1, 2, 3, 4] })
const [a, b, c] = table.columns

it('are the rows in which no column that counts is missing a value', () => {
  expect([...completeRows(table, [a, b, c]).rows]).toEqual([0, 3])
  expect([...completeRows(table, [a]).rows]).toEqual([0, 2, 3])
})

it('come with a note of how many were dropped, and where the first missing value is', () => {
  const { dropped, notes } = completeRows(table, [a, b])
  expect(dropped).toBe(2)
  expect(notes).toEqual([{ code: 'note.dropped-rows', details: { count: 2, total: 4, row: table.lines[1], name: 'a' } }])
})

it('are all rows, without a note, where nothing is missing', () => {
  expect(completeRows(table, [c])).toEqual({ rows: Int32Array.of(0, 1, 2, 3), dropped: 0, notes: [] })
})

it('are taken from among given ones, in their order', () => {
  const { rows, dropped } = completeRows(table, [a], Int32Array.of(3, 1, 0))
  expect([...rows]).toEqual([3, 0])
  expect(dropped).toBe(1)
})
