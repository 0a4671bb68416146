import { AppError } from '../messages/app-error'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { precisionOf, shapeOf, zeros, type Matrix } from './matrix'

/**
 * Reference implementations of the three products of backpropagation, and of the column sum: one sum per element, from the first term
 * to the last, in float64, then rounded to the precision of the second factor. Faster kernels are tested against them.
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
export function product(a: Matrix, b: Matrix, bias?: Matrix | null): Matrix {
  return runToEnd(productTask(a, b, bias))
}

/** The same, part by part. */
export function* productTask(a: Matrix, b: Matrix, bias?: Matrix | null): CooperativeTask<Matrix> {
  requireEqual('A·B', a.columns, b.rows, a, b)
  const result = zeros(a.rows, b.columns, precisionOf(b))
  const depth = a.columns
  const width = b.columns
  const sums = new Float64Array(width)
  yield* rowsInParts(a.rows, depth * width, (from, to) => {
    for (let i = from; i < to; i++) {
      sums.fill(0)
      for (let k = 0; k < depth; k++) {
        const factor = a.data[i * depth + k]
        for (let j = 0; j < width; j++) sums[j] += factor * b.data[k * width + j]
      }
      if (bias) for (let j = 0; j < width; j++) sums[j] += bias.data[j]
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
export function productTransposedLeft(a: Matrix, b: Matrix): Matrix {
  return runToEnd(productTransposedLeftTask(a, b))
}

/** The same, part by part. */
export function* productTransposedLeftTask(a: Matrix, b: Matrix): CooperativeTask<Matrix> {
  requireEqual('Aᵀ·B', a.rows, b.rows, a, b)
  const height = a.columns
  const width = b.columns
  const sums = new Float64Array(height * width)
  yield* rowsInParts(a.rows, height * width, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let k = 0; k < height; k++) {
        const factor = a.data[i * height + k]
        for (let j = 0; j < width; j++) sums[k * width + j] += factor * b.data[i * width + j]
      }
    }
  })
  const result = zeros(height, width, precisionOf(b))
  result.data.set(sums)
  return result
}

/**
 * Computes A · Bᵀ: the gradient of a layer's input from dL/dZ and its weights.
 *
 * Shapes: a [n, m], b [k, m] → [n, k].
 * Throws: shape.
 */
export function productTransposedRight(a: Matrix, b: Matrix): Matrix {
  return runToEnd(productTransposedRightTask(a, b))
}

/** The same, part by part. */
export function* productTransposedRightTask(a: Matrix, b: Matrix): CooperativeTask<Matrix> {
  requireEqual('A·Bᵀ', a.columns, b.columns, a, b)
  const result = zeros(a.rows, b.rows, precisionOf(a))
  const depth = a.columns
  yield* rowsInParts(a.rows, b.rows * depth, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let k = 0; k < b.rows; k++) {
        let sum = 0
        for (let j = 0; j < depth; j++) sum += a.data[i * depth + j] * b.data[k * depth + j]
        result.data[i * b.rows + k] = sum
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
export function columnSums(a: Matrix): Matrix {
  const sums = new Float64Array(a.columns)
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) sums[j] += a.data[i * a.columns + j]
  const result = zeros(1, a.columns, precisionOf(a))
  result.data.set(sums)
  return result
}

/** Computes A ⊙ B, both of the same shape. */
export function elementwiseProduct(a: Matrix, b: Matrix): Matrix {
  const result = zeros(a.rows, a.columns, precisionOf(a))
  for (let e = 0; e < result.data.length; e++) result.data[e] = a.data[e] * b.data[e]
  return result
}
