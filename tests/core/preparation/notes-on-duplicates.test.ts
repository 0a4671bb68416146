import { describe, expect, it } from 'vitest'
import { notesOnDuplicates } from '../../../src/core/preparation/notes-on-duplicates'
import { runToEnd } from '../../../src/core/tasks/task'
import { tableOf } from '../../support/tables'

const rowsFrom = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, i) => from + i)

describe('repeated rows are told', () => {
  const table = tableOf(`id,x\n${Array.from({ length: 200 }, (_, i) => `${i},${i < 4 ? 0 : i}\n`).join('')}`)
  const notes = (train: Int32Array, test: Int32Array) => runToEnd(notesOnDuplicates(table, table.columns.slice(1), train, test))

  it('within training and between training and test, each with both rows', () => {
    expect(notes(rowsFrom(0, 100), rowsFrom(100, 200))).toEqual([
      { code: 'note.repeated-rows', details: { count: 3, percent: 3, row: 3, other: 2, whole: 0 } }
    ])
    expect(notes(rowsFrom(2, 200), rowsFrom(0, 2))).toEqual([
      { code: 'note.duplicate-rows', details: { count: 2, percent: 100, row: 2, other: 4, whole: 0 } }
    ])
  })

  it('within training only from one in fifty on', () => {
    expect(notes(rowsFrom(2, 200), new Int32Array(0))).toEqual([])
  })
})
