import type { WalkContext } from '../record/context'
import { fixed } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
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

/** Takes down the targets of a loss that reads numbers. */
export function targetStep({ recorder, symbols }: WalkContext, targets: Matrix): WalkTensor {
  return recorder.step({
    phase: 'loss',
    level: 'detail',
    id: 'Y',
    rule: 'given',
    sign: fixed('Y', symbols.y.tex),
    formula: 'targets',
    index: '',
    code: ['Y = targets'],
    reads: [],
    value: targets,
    cell: (row, column) => ({ terms: [], written: written`${cellOf(targets, row, column)}` })
  })
}
