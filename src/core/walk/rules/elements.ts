import type { Term } from '../record/walk'
import { joined, written, type Written } from '../record/written'
import { zeros, type Matrix } from '../../tensor/matrix'

/** A matrix whose elements are computed one by one, in float64: the parts of a loss are, whatever the precision. */
export function computed(rows: number, columns: number, element: (row: number, column: number) => number): Matrix {
  const result = zeros(rows, columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result.data[i * columns + j] = element(i, j)
  return result
}

/** A single number as a matrix [1, 1]. */
export function single(value: number): Matrix {
  return { rows: 1, columns: 1, data: Float64Array.of(value) }
}

/** The number in a cell. */
export function cellOf({ data, columns }: Matrix, row: number, column: number): number {
  return data[row * columns + column]
}

/** The divisor of a sum, left out where it is 1. */
export function divisorOf(divisor: number): { readonly divisor?: number } {
  return divisor === 1 ? {} : { divisor }
}

/** Products of two numbers, or single ones, added up. */
export function writtenProducts(terms: readonly Term[]): Written {
  return joined(
    terms.map(({ factors }) =>
      joined(
        factors.map(({ value }) => written`${value}`),
        '·'
      )
    ),
    '+'
  )
}
