import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { numbers, type Matrix, type Numbers, type Precision } from './matrix'

/** Writes all numbers of a matrix, row-major, from an offset on. */
export type MatrixWriter = (into: Numbers, at: number) => CooperativeTask<void>

/** Writer of each lazy matrix. */
const writings = new WeakMap<Matrix, MatrixWriter>()

/**
 * Creates a matrix whose numbers are computed on first access, or written by `writeMatrix` directly to their destination: a large one
 * is then in memory only once and is computed in parts. The writer must write the same numbers at every call.
 */
export function lazyMatrix(rows: number, columns: number, precision: Precision, write: MatrixWriter): Matrix {
  let made: Numbers | null = null
  const matrix: Matrix = {
    rows,
    columns,
    get data() {
      if (made) return made
      made = numbers(rows * columns, precision)
      runToEnd(write(made, 0))
      return made
    }
  }
  writings.set(matrix, function* (into, at) {
    yield* made ? copyNumbers(made, into, at) : write(into, at)
    // Of two copies the one at the destination is kept.
    made = into.subarray(at, at + rows * columns)
  })
  return matrix
}

/** Writes a matrix into a longer array, from an offset on. The numbers of a lazy matrix stay there from then on and must not be changed. */
export function writeMatrix(matrix: Matrix, into: Numbers, at: number): CooperativeTask<void> {
  return writings.get(matrix)?.(into, at) ?? copyNumbers(matrix.data, into, at)
}

function copyNumbers(from: Numbers, into: Numbers, at: number): CooperativeTask<void> {
  return forEachPart(from.length, (start, end) => into.set(from.subarray(start, end), at + start))
}
