import { describe, expect, it } from 'vitest'
import { prepare, rowsCsv } from '#core'
import { settingsFor, tableOf } from '../../support/tables'

// A cell of two lines: the row below it stands on line 4.
const table = tableOf('n,note,y\n1.50,"a\nb",p\n-2,=sum(x),q\n3,NA,p\n4,"1,2",q\n')
const run = { table, prepared: prepare(table, settingsFor(table, { features: ['n'], split: { kind: 'last', rows: 1 }, validation: 0.25 })) }

describe('the rows of a side', () => {
  it('are as they stand in the file, every column, with the line', () => {
    expect(rowsCsv(run, 'train', 'source')).toBe('row,n,note,y\n2,1.50,"a\nb",p\n4,-2,\'=sum(x),q\n')
    expect(rowsCsv(run, 'validation', 'source')).toBe('row,n,note,y\n5,3,NA,p\n')
    expect(rowsCsv(run, 'test', 'source')).toBe('row,n,note,y\n6,4,"1,2",q\n')
  })

  it('are what the network is fed, with the number of the class', () => {
    // Mean −0.25 and deviation 1.75 of 1.5 and −2.
    expect(rowsCsv(run, 'train', 'prepared')).toBe('row,n,y\n2,1,0\n4,-1,1\n')
    expect(rowsCsv(run, 'test', 'prepared')).toBe(`row,n,y\n6,${4.25 / 1.75},1\n`)
  })

  it('have one column a target, in the units of the loss', () => {
    const two = tableOf('x,a,b\n1,10,1\n2,30,3\n3,20,2\n')
    const prepared = prepare(
      two,
      settingsFor(two, {
        targets: ['a', 'b'],
        task: 'regression',
        loss: { kind: 'mean-squared-error' },
        features: ['x'],
        scale: 'none',
        split: { kind: 'last', rows: 1 }
      })
    )
    expect(rowsCsv({ table: two, prepared }, 'train', 'prepared')).toBe('row,x,a,b\n2,1,-1,-1\n3,2,1,1\n')
  })

  it('keep a number with a sign that a spreadsheet would take for a formula', () => {
    const comma = tableOf('n;y\n-1,5;a\n+2,5;b\n3,5;a\n')
    const prepared = prepare(comma, settingsFor(comma, { test: 0 }))
    expect(rowsCsv({ table: comma, prepared }, 'train', 'source')).toBe('row,n,y\n2,-1.5,a\n3,2.5,b\n4,"3,5",a\n')
  })
})
