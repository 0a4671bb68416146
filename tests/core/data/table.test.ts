import { describe, expect, it } from 'vitest'
import { columnNamed, isMissing, missingTokens, readCsv } from '#core'
import { cellsOf, refusalOf, tableOf } from '../../support/tables'

describe('missing values', () => {
  it.each(missingTokens)('%j is one', (token) => expect(isMissing(token)).toBe(true))

  it.each(['na', 'nan', 'NULL', 'none', 'n/a'])('%j is one: the case of letters does not matter', (token) => {
    expect(isMissing(token)).toBe(true)
  })

  it.each(['0', 'no', '--', 'nothing', 'unknown', '无人'])('%j is not one', (text) =>
    expect(isMissing(text)).toBe(false)
  )
})

describe('a list of missing values that is given', () => {
  const read = (missing: readonly string[]) => readCsv(new TextEncoder().encode('x;y\n-999;NA\n1,5; none \n'), { missing })

  it('takes the place of the usual one', () => {
    const [x, y] = read([' -999', 'NONE']).columns
    expect([...x.missing, ...y.missing]).toEqual([1, 0, 0, 1])
    expect(x).toMatchObject({ kind: 'number', values: Float64Array.of(NaN, 1.5) })
    expect(read(['-999']).format.missing).toEqual(['-999'])
  })

  it('may be empty: then nothing is missing', () => {
    expect(read([]).columns.flatMap(({ missing }) => [...missing])).toEqual([0, 0, 0, 0])
  })

  it('is in the table when the usual one was taken', () => {
    expect(tableOf('a,b\n1,2\n').format.missing).toEqual(missingTokens)
  })
})

describe('columnNamed', () => {
  it('finds names that objects have by birth', () => {
    const table = tableOf('__proto__,constructor,toString\n1,2,3\n')
    expect(cellsOf(columnNamed(table, '__proto__'))).toEqual(['1'])
    expect(cellsOf(columnNamed(table, 'constructor'))).toEqual(['2'])
  })

  it('names the columns there are when the one asked for is not there', () => {
    const table = tableOf('a,b\n1,2\n')
    expect(refusalOf(() => columnNamed(table, 'hasOwnProperty'))).toMatchObject({
      code: 'data.no-column',
      en: 'There is no column `hasOwnProperty`; the columns are `a`, `b`.'
    })
  })
})
