import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { numbers, type Matrix, type Numbers, type Precision } from './matrix'

/** Writes all numbers of a matrix, row-major, from a place on. */
export type MatrixWriter = (into: Numbers, at: number) => CooperativeTask<void>

/** How the numbers of a later matrix come to lie where they are wanted. */
const writings = new WeakMap<Matrix, MatrixWriter>()

/**
 * A matrix whose numbers are made when they are first looked at, or by `writeMatrix` where they are wanted: a large one then lies in
 * memory once, and is made in parts. The writer writes the same numbers at every call.
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
    // Of two copies the one that was wanted is kept.
    made = into.subarray(at, at + rows * columns)
  })
  return matrix
}

/** Writes a matrix into a longer list of numbers, from a place on. The numbers of a later matrix lie there from then on: they must not be changed. */
export function writeMatrix(matrix: Matrix, into: Numbers, at: number): CooperativeTask<void> {
  return writings.get(matrix)?.(into, at) ?? copyNumbers(matrix.data, into, at)
}

function copyNumbers(from: Numbers, into: Numbers, at: number): CooperativeTask<void> {
  return forEachPart(from.length, (start, end) => into.set(from.subarray(start, end), at + start))
}
