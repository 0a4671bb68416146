import { AppError } from '../messages/app-error'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { plainArithmetic, type Arithmetic } from './arithmetic'
import { numbers, precisionOf, shapeOf, zeros, type Matrix, type Numbers } from './matrix'

/**
 * Reference implementations of the three products of backpropagation, and of the column sum: one sum per element, from the first term
 * to the last, in the given arithmetic, then rounded to the precision of the second factor. Faster kernels are tested against them.
 *
 * Each product is there as a task too, which yields the multiplications that it did since it last stopped.
 */

/** Multiplications between two stops: about a millisecond. */
const PART = 1_000_000

/** Does something with the rows of a product, of so many multiplications each, some at a time: `from` up to and without `to`. */
function* rowsInParts(rows: number, multiplications: number, does: (from: number, to: number) => void): CooperativeTask<void> {
  const part = Math.max(1, Math.floor(PART / Math.max(1, multiplications)))
  for (let from = 0; from < rows; from += part) {
    const to = Math.min(rows, from + part)
    does(from, to)
    yield (to - from) * multiplications
  }
}

function requireEqual(operation: string, left: number, right: number, a: Matrix, b: Matrix): void {
  if (left === right) return
  throw new AppError('shape.mismatch', { operation, expected: `${left}`, actual: `${right} (${shapeOf(a)} · ${shapeOf(b)})` })
}

/**
 * Computes A · B, plus the row vector `bias` in every row when given: the linear part of a layer.
 *
 * Shapes: a [n, k], b [k, m], bias [1, m] → [n, m].
 * Throws: shape.
 */
export function product(a: Matrix, b: Matrix, bias?: Matrix | null, arithmetic?: Arithmetic): Matrix {
  return runToEnd(productTask(a, b, bias, arithmetic))
}

/** The same, part by part. */
export function* productTask(a: Matrix, b: Matrix, bias?: Matrix | null, arithmetic = plainArithmetic): CooperativeTask<Matrix> {
  requireEqual('A·B', a.columns, b.rows, a, b)
  const result = zeros(a.rows, b.columns, precisionOf(b))
  const depth = a.columns
  const width = b.columns
  const sums = new Float64Array(width)
  yield* rowsInParts(a.rows, depth * width, (from, to) => {
    for (let i = from; i < to; i++) {
      sums.fill(0)
      for (let k = 0; k < depth; k++) arithmetic.addMultiple(sums, 0, a.data[i * depth + k], b.data, k * width, width)
      // Without a bias the kernels add 0, which makes −0 a 0.
      for (let j = 0; j < width; j++) sums[j] = arithmetic.round(sums[j] + (bias ? bias.data[j] : 0))
      result.data.set(sums, i * width)
    }
  })
  return result
}

/**
 * Computes Aᵀ · B: the gradient of a layer's weights from its input and dL/dZ.
 *
 * Shapes: a [n, k], b [n, m] → [k, m].
 * Throws: shape.
 */
export function productTransposedLeft(a: Matrix, b: Matrix, arithmetic?: Arithmetic): Matrix {
  return runToEnd(productTransposedLeftTask(a, b, arithmetic))
}

/** The same, part by part. */
export function* productTransposedLeftTask(a: Matrix, b: Matrix, arithmetic = plainArithmetic): CooperativeTask<Matrix> {
  requireEqual('Aᵀ·B', a.rows, b.rows, a, b)
  const height = a.columns
  const width = b.columns
  const rowSums = new RowSums(height * width, b, arithmetic)
  yield* rowsInParts(a.rows, height * width, (from, to) => {
    for (let i = from; i < to; i++) {
      const sums = rowSums.before(i)
      for (let k = 0; k < height; k++) arithmetic.addMultiple(sums, k * width, a.data[i * height + k], b.data, i * width, width)
    }
  })
  return { rows: height, columns: width, data: rowSums.total() }
}

/** Sums over the rows of a matrix, in its precision: no longer ones than the arithmetic allows, which are then added up. */
class RowSums {
  private readonly sums: Float64Array
  private readonly totals: Numbers
  private isFirst = true

  constructor(
    length: number,
    matrix: Matrix,
    private readonly arithmetic: Arithmetic
  ) {
    this.sums = new Float64Array(length)
    this.totals = numbers(length, precisionOf(matrix))
  }

  /** The sums that row i is to be added to. */
  before(i: number): Float64Array {
    if (i > 0 && i % this.arithmetic.summedRows === 0) this.total()
    return this.sums
  }

  /** Adds what has been summed to the totals, and begins anew. */
  total(): Numbers {
    const { sums, totals, isFirst } = this
    // Where the kernels add the terms of a product, they add 0 too.
    for (let e = 0; e < sums.length; e++) totals[e] = isFirst ? sums[e] + 0 : totals[e] + (sums[e] + 0)
    this.isFirst = false
    sums.fill(0)
    return totals
  }
}

/**
 * Computes A · Bᵀ: the gradient of a layer's input from dL/dZ and its weights.
 *
 * Shapes: a [n, m], b [k, m] → [n, k].
 * Throws: shape.
 */
export function productTransposedRight(a: Matrix, b: Matrix, arithmetic?: Arithmetic): Matrix {
  return runToEnd(productTransposedRightTask(a, b, arithmetic))
}

/** The same, part by part. */
export function* productTransposedRightTask(a: Matrix, b: Matrix, arithmetic = plainArithmetic): CooperativeTask<Matrix> {
  requireEqual('A·Bᵀ', a.columns, b.columns, a, b)
  const result = zeros(a.rows, b.rows, precisionOf(a))
  const depth = a.columns
  yield* rowsInParts(a.rows, b.rows * depth, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let k = 0; k < b.rows; k++) {
        result.data[i * b.rows + k] = arithmetic.sumOfProducts(a.data, i * depth, b.data, k * depth, depth) + 0
      }
    }
  })
  return result
}

/**
 * Computes the sum of each column: the gradient of a bias that was added to every row.
 *
 * Shapes: a [n, m] → [1, m].
 */
export function columnSums(a: Matrix, arithmetic = plainArithmetic): Matrix {
  const rowSums = new RowSums(a.columns, a, arithmetic)
  for (let i = 0; i < a.rows; i++) {
    const sums = rowSums.before(i)
    for (let j = 0; j < a.columns; j++) sums[j] = arithmetic.round(sums[j] + a.data[i * a.columns + j])
  }
  return { rows: 1, columns: a.columns, data: rowSums.total() }
}

/** Computes A ⊙ B, both of the same shape. */
export function elementwiseProduct(a: Matrix, b: Matrix): Matrix {
  const result = zeros(a.rows, a.columns, precisionOf(a))
  for (let e = 0; e < result.data.length; e++) result.data[e] = a.data[e] * b.data[e]
  return result
}
