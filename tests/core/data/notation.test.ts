import { describe, expect, it } from 'vitest'
import { findNotations, notationSource } from '../../../src/core/data/notation'

const notationOf = (...columns: string[][]) => {
  const { common, ambiguous } = findNotations(columns.map(notationSource))
  return [common.decimal, common.grouped, ambiguous?.value ?? null]
}

describe('findNotations', () => {
  it.each([
    ['plain numbers', [['1', '2.5']], ['.', false, null]],
    ['a point before three digits', [['1.234', '5.678']], ['.', false, null]],
    ['decimal commas', [['1,5', '2']], [',', false, null]],
    ['a zero before the comma', [['0,125', '0,250']], [',', false, null]],
    ['thousands and decimals', [['1,234.5', '2,000']], ['.', true, null]],
    ['thousands and decimal commas', [['1.234,5', '2.000']], [',', true, null]],
    ['two groups', [['1,234,567', '5']], ['.', true, null]],
    ['one group only', [['1,234', '999']], ['.', false, '1,234']],
    ['one group of points beside a decimal comma', [['1.234'], ['0,5']], [',', false, '1.234']],
    ['decimal commas beside missing cells', [['NA', '', '1,5']], [',', false, null]],
    ['decimal points and decimal commas', [['1.5'], ['2,5']], ['.', false, null]],
    ['commas in texts', [['a, b', 'c,d'], ['1.5', '2']], ['.', false, null]],
    ['a comma in a text beside numbers', [['1,5', 'x', 'y'], ['1.5', '2', '3']], ['.', false, null]]
  ] as const)('finds %s', (_, columns, expected) => {
    expect(notationOf(...columns.map((cells) => [...cells]))).toEqual(expected)
  })

  const each = (...columns: string[][]) => findNotations(columns.map(notationSource)).columns.map(({ decimal, grouped, unit }) => [decimal, grouped, unit ?? ''].join(' '))

  it.each([
    ['a point among decimal commas', [['1,5', '2,5', '17.5', '3,25']], [', false ']],
    ['a comma among decimal points', [['1.5', '2.5', '17,5']], ['. false ']],
    ['times with a point beside decimal commas', [['10.30', '11.45'], ['1,5', '2,25']], ['. false ', ', false ']],
    ['versions beside grouped decimal commas', [['2.1', '2.2'], ['1.234,5', '2,5']], ['. false ', ', true ']],
    ['whole numbers like the others', [['1', '2'], ['1,5', '2,5']], [', false ', ', false ']],
    ['one group like the others', [['1,234', '999'], ['1,5', '2,5']], [', false ', ', false ']],
    ['several points', [['1.299.000', '899.000']], [', true ']],
    ['Indian groups', [['1,23,456', '99,999']], ['. true ']],
    ['Indian groups with decimals', [['12,34,567.50', '1,000.00']], ['. true ']],
    ['no-break spaces', [['1\u00a0299,99', '899,50']], [', false ']],
    ['narrow no-break spaces', [['1\u202f299,99', '12']], [', false ']],
    ['apostrophes', [["1'299.95", '899.95']], ['. false ']],
    ['a dollar sign', [['$1,037', '$12.50', '$1,000,000']], ['. true $']],
    ['euros after the amount', [['1.037,50 €', '12,00 €']], [', true €']],
    ['a code of a currency', [['USD 5', 'USD 7.5']], ['. false USD']],
    ['yuan', [['12元', '7.5元']], ['. false 元']],
    ['a unit', [['5.5 kg', '6 kg', '70kg']], ['. false kg']],
    ['a unit with signs', [['5 km/h', '6 km/h']], ['. false km/h']],
    ['no unit in one cell alone', [['12abc']], ['. false ']],
    ['no unit where there are several', [['5 kg', '6 lb', '7 g', '8 t']], ['. false ']],
    ['no unit in numbered names', [['A1', 'A2', 'A3']], ['. false ']],
    ['no unit in halves of the day', [['3 PM', '4 PM']], ['. false ']]
  ] as const)('reads each column by its own evidence: %s', (_, columns, expected) => {
    expect(each(...columns.map((cells) => [...cells]))).toEqual(expected)
  })

  it('takes a decimal mark that is given for all columns', () => {
    const { columns } = findNotations([['1.5', '2.5'], ['5 kg', '6 kg']].map(notationSource), { decimal: ',' })
    expect(columns).toEqual([{ decimal: ',', grouped: true }, { decimal: ',', grouped: true, unit: 'kg' }])
  })

  it('says from which cell', () => {
    expect(findNotations([['a', 'b'], ['', ' 1,5 ']].map(notationSource)).evidence).toEqual([{ row: 1, column: 1, value: '1,5' }])
  })
})
