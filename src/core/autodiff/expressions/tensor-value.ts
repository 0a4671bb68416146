import { matrixFrom, toRows, type Matrix } from '../../tensor/matrix'

/** A value as a user gives and reads it: a number, or a matrix as rows of numbers. */
export type TensorValue = number | readonly (readonly number[])[]

/** The matrix of a value. Throws: shape, when rows differ in length. */
export function matrixOfValue(value: TensorValue): Matrix {
  return matrixFrom(typeof value === 'number' ? [[value]] : value)
}

/** The value of a matrix, as a number or as rows. */
export function valueOfMatrix(matrix: Matrix, isNumber: boolean): TensorValue {
  return isNumber ? matrix.data[0] : toRows(matrix)
}
