import { expect, it } from 'vitest'
import { shownName, transposedNumbers } from '../../../../src/renderer/features/microscope/tensor-numbers'

it('exchanges rows and columns, in the picture too', () => {
  const data = [1, 2, 3, 4, 5, 6]
  const at = (row: number, column: number) => data[row * 3 + column]
  const turned = transposedNumbers({
    id: 'W1',
    name: 'W1',
    tex: 'W',
    rows: 2,
    columns: 3,
    at,
    largest: 6,
    picture: { rows: 2, columns: 3, data }
  })
  expect([turned.rows, turned.columns, turned.isTransposed]).toEqual([3, 2, true])
  expect(turned.at(2, 1)).toBe(6)
  expect(Array.from(turned.picture.data)).toEqual([1, 4, 2, 5, 3, 6])
})

it.each([
  ['dW2', '∂W2'],
  ['db1', '∂b1'],
  ['d(A1⊙M1)', '∂(A1⊙M1)'],
  ['ds', '∂s'],
  ['diag', 'diag'],
  ['A1', 'A1']
])('writes the gradient %s as %s', (name, shown) => {
  expect(shownName(name)).toBe(shown)
})
