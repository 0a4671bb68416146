import { AppError } from '../messages/app-error'

/** Precision of a network's numbers, and of the sums over them, during training. */
export type Precision = 'f32' | 'f64'

export type Numbers = Float64Array | Float32Array

/**
 * A dense matrix, row-major: element (i, j) is data[i · columns + j].
 * Batch first, always: activations are [batch, units], weights [in, out], a bias is [1, out].
 * Plain data: it may be structurally cloned.
 */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Numbers
}

export function numbers(length: number, precision: Precision): Numbers {
  return precision === 'f32' ? new Float32Array(length) : new Float64Array(length)
}

/** Creates a matrix of zeros. */
export function zeros(rows: number, columns: number, precision: Precision = 'f64'): Matrix {
  return { rows, columns, data: numbers(rows * columns, precision) }
}

/** Creates a matrix of zeros with the shape and precision of another. */
export function zerosLike(matrix: Matrix): Matrix {
  return zeros(matrix.rows, matrix.columns, precisionOf(matrix))
}

export function precisionOf(matrix: Matrix): Precision {
  return matrix.data instanceof Float32Array ? 'f32' : 'f64'
}

/**
 * Creates a matrix from rows of numbers.
 * Throws: shape, when the rows differ in length.
 */
export function matrixFrom(rows: readonly (readonly number[])[], precision: Precision = 'f64'): Matrix {
  const columns = rows[0]?.length ?? 0
  const result = zeros(rows.length, columns, precision)
  rows.forEach((row, i) => {
    if (row.length !== columns) {
      throw new AppError('shape.mismatch', {
        operation: `matrix row ${i}`,
        expected: `${columns} numbers`,
        actual: `${row.length}`
      })
    }
    result.data.set(row, i * columns)
  })
  return result
}

/** Returns the matrix as rows of numbers. */
export function toRows(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, i) => Array.from(matrix.data.subarray(i * matrix.columns, (i + 1) * matrix.columns)))
}

/** Copies a matrix, in the given precision (its own unless given). */
export function copy(matrix: Matrix, precision: Precision = precisionOf(matrix)): Matrix {
  const result = zeros(matrix.rows, matrix.columns, precision)
  result.data.set(matrix.data)
  return result
}

/** Returns the chosen rows, in the order given: [indices.length, columns]. */
export function gatherRows(matrix: Matrix, indices: ArrayLike<number>): Matrix {
  const { columns, data } = matrix
  const result = zeros(indices.length, columns, precisionOf(matrix))
  for (let i = 0; i < indices.length; i++) {
    const start = indices[i] * columns
    result.data.set(data.subarray(start, start + columns), i * columns)
  }
  return result
}

/** Whether every element is finite. */
export function isFiniteMatrix({ data }: Matrix): boolean {
  for (let e = 0; e < data.length; e++) if (!(Math.abs(data[e]) < Infinity)) return false
  return true
}

/** `rows×columns`, for messages. */
export function shapeOf(matrix: Matrix): string {
  return `${matrix.rows}×${matrix.columns}`
}

/** Returns one column, in float64. Shapes: [rows, columns] → [rows, 1]. */
export function gatherColumn({ rows, columns, data }: Matrix, column: number): Matrix {
  const result = zeros(rows, 1)
  for (let i = 0; i < rows; i++) result.data[i] = data[i * columns + column]
  return result
}
