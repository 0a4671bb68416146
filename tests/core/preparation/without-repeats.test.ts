import { describe, expect, it } from 'vitest'
import { withoutRepeatsTask } from '#core'
import { runToEnd } from '../../../src/core/tasks/task'
import { cellsOf, tableOf } from '../../support/tables'

describe('a table without its repeated rows', () => {
  it('keeps the first of each, its line and its texts as they are written', () => {
    const lines = ['1.50,a,n/k', '2,b,x', '1.5,a,n/k', '2,b,x', '007,c,', '7,c,']
    const { rows, lines: numbers, columns, notes } = runToEnd(withoutRepeatsTask(tableOf(`x,t,u\n${lines.join('\n')}\n`)))
    expect([rows, [...numbers]]).toEqual([3, [2, 3, 6]])
    expect(columns.map(cellsOf)).toEqual([
      ['1.50', '2', '007'],
      ['a', 'b', 'c'],
      ['n/k', 'x', '']
    ])
    expect(columns[0].values).toEqual(Float64Array.of(1.5, 2, 7))
    expect(notes.at(-1)).toEqual({ code: 'note.omitted-repeats', details: { count: 3, row: 4, other: 2 } })
  })

  it('is the same where no row repeats another', () => {
    const table = tableOf('x,y\n1,a\n1,b\n')
    expect(runToEnd(withoutRepeatsTask(table))).toBe(table)
  })
})
