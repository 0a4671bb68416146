import { describe, expect, it } from 'vitest'
import {
  copy,
  gatherColumn,
  gatherRows,
  isFiniteMatrix,
  matrixFrom,
  precisionOf,
  shapeOf,
  toRows,
  zeros,
  zerosLike
} from '../../../src/core/tensor/matrix'

const matrix = matrixFrom([
  [1, 2, 3],
  [4, 5, 6]
])

describe('a matrix', () => {
  it('is stored row by row', () => {
    expect([...matrix.data]).toEqual([1, 2, 3, 4, 5, 6])
    expect(toRows(matrix)).toEqual([
      [1, 2, 3],
      [4, 5, 6]
    ])
    expect(shapeOf(matrix)).toBe('2×3')
  })

  it('refuses rows of different lengths', () => {
    expect(() => matrixFrom([[1, 2], [3]])).toThrow('matrix row 1')
  })

  it('may have no rows', () => {
    expect(matrixFrom([])).toEqual(zeros(0, 0))
  })

  it('keeps its precision in copies and in matrices of its shape, unless told otherwise', () => {
    const single = matrixFrom([[0.1]], 'f32')
    expect([single, copy(single), zerosLike(single)].map(precisionOf)).toEqual(['f32', 'f32', 'f32'])
    expect(copy(single, 'f64').data[0]).toBe(Math.fround(0.1))
  })

  it('shares no memory with its copy', () => {
    const other = copy(matrix)
    other.data[0] = 9
    expect(matrix.data[0]).toBe(1)
  })

  it('gives up rows in any order, repeated ones too, and columns in float64', () => {
    expect(toRows(gatherRows(matrix, [1, 0, 1]))).toEqual([
      [4, 5, 6],
      [1, 2, 3],
      [4, 5, 6]
    ])
    expect(toRows(gatherColumn(matrixFrom([[1], [2]], 'f32'), 0))).toEqual([[1], [2]])
    expect(precisionOf(gatherColumn(zeros(1, 1, 'f32'), 0))).toBe('f64')
  })

  it.each([NaN, Infinity, -Infinity])('is not finite with one %s in it', (value) => {
    expect(isFiniteMatrix(matrix)).toBe(true)
    expect(isFiniteMatrix(matrixFrom([[0, value]]))).toBe(false)
  })
})
