import { describe, expect, it } from 'vitest'
import { lazyMatrix, writeMatrix } from '../../../src/core/tensor/lazy-matrix'
import { matrixFrom } from '../../../src/core/tensor/matrix'
import { runToEnd } from '../../../src/core/tasks/task'

/** A matrix that counts how often its numbers are made. */
function counted() {
  const made = { times: 0 }
  const matrix = lazyMatrix(2, 3, 'f64', function* (into, at) {
    made.times++
    for (let e = 0; e < 6; e++) into[at + e] = e
    yield 6
  })
  return { matrix, made }
}

describe('a matrix made later', () => {
  it('has its numbers made once, when they are first looked at', () => {
    const { matrix, made } = counted()
    expect(made.times).toBe(0)
    expect(matrix).toEqual(
      matrixFrom([
        [0, 1, 2],
        [3, 4, 5]
      ])
    )
    expect(matrix.data).toBe(matrix.data)
    expect(made.times).toBe(1)
  })

  it('is written where it is wanted, and lies there from then on', () => {
    const { matrix, made } = counted()
    const into = new Float64Array(8).fill(9)
    runToEnd(writeMatrix(matrix, into, 1))
    expect([...into]).toEqual([9, 0, 1, 2, 3, 4, 5, 9])
    expect([matrix.data.buffer, made.times]).toEqual([into.buffer, 1])
    const other = new Float64Array(6)
    runToEnd(writeMatrix(matrix, other, 0))
    expect([matrix.data.buffer === other.buffer, made.times]).toEqual([true, 1])
  })

  it('is written as any other matrix where it was looked at before', () => {
    const { matrix, made } = counted()
    const plain = matrixFrom([
      [0, 1, 2],
      [3, 4, 5]
    ])
    expect(matrix.data).toEqual(plain.data)
    const [one, other] = [new Float64Array(7), new Float64Array(7)]
    runToEnd(writeMatrix(matrix, one, 1))
    runToEnd(writeMatrix(plain, other, 1))
    expect([one, made.times]).toEqual([other, 1])
  })
})
