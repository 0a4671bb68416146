import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTensor, tensorText } from '#core'
import { refusalOf } from '../../../support/tables'

it.each([
  ['2.5', 2.5],
  [' -1e-3 ', -0.001],
  [
    '[1, -2; 3, 4]',
    [
      [1, -2],
      [3, 4]
    ]
  ],
  ['[[1], [2]]', [[1], [2]]],
  ['［1；2］', [[1], [2]]],
  ['x', null],
  ['1 + 1', null],
  ['[1', null],
  ['', null],
  ['[1]; [2]', null]
])('%j is read as %j', (text, value) => {
  expect(readTensor(text)).toEqual(value)
})

it('reads a matrix that is longer than a program may be', () => {
  const column = Array.from({ length: 3000 }, (_, k) => [k / 7])
  expect(readTensor(tensorText(column))).toEqual(column)
})

it('names a row that is too short', () => {
  expect(refusalOf(() => readTensor('[1, 2; 3]')).code).toBe('graph.ragged')
})

it('reads what it writes', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x))
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    )
  fc.assert(
    fc.property(fc.oneof(number, matrix), (value) => {
      expect(readTensor(tensorText(value))).toEqual(value)
    })
  )
})
