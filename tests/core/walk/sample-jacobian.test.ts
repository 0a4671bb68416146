import { describe, expect, it } from 'vitest'
import { sampleJacobian } from '#core'
import { referenceWalks, walksOf } from '../../support/walks'

const walks = referenceWalks().map(({ case: given }) => [given.id, walksOf(given)[0]] as const)

describe('the Jacobian of one sample', () => {
  it.each(walks)('takes the gradient of the results to that of the inputs: %s', (_id, walk) => {
    let compared = 0
    for (const { id, shape } of walk.steps) {
      for (let row = 0; row < shape[0]; row++) {
        const found = sampleJacobian(walk, id, row)
        if (!found) continue
        compared++
        const { matrix, given, got } = found
        const [above, below] = [given, got].map((name) => walk.tensors.get(name)?.matrix)
        expect([id, matrix.rows, matrix.columns]).toEqual([id, above?.columns, below?.columns])
        for (let k = 0; k < matrix.columns; k++) {
          let sum = 0
          for (let j = 0; j < matrix.rows; j++) sum += (above?.data[row * matrix.rows + j] ?? NaN) * matrix.data[j * matrix.columns + k]
          expect(sum).toBeCloseTo(below?.data[row * matrix.columns + k] ?? NaN, 12)
        }
      }
    }
    expect(compared).toBeGreaterThan(0)
  })

  it('is the diagonal of slopes, which is never built', () => {
    const [, walk] = walks[0]
    const found = sampleJacobian(walk, 'A1', 1)
    expect(Array.from(found?.matrix.data ?? [])).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1])
    expect([found?.notBuilt, found?.products]).toEqual([9, 3])
    expect(sampleJacobian(walk, 'dW1', 0)).toBeNull()
  })
})
