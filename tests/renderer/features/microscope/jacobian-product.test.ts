import { describe, expect, it } from 'vitest'
import { sampleJacobian, Walk, walkExample } from '#core'
import { jacobianProduct } from '../../../../src/renderer/features/microscope/jacobian-product'
import { matrixNumbers } from '../../../../src/renderer/features/microscope/tensor-numbers'

const walk = new Walk(walkExample('note-000'))
const numbers = (id: string) => matrixNumbers(id, walk.tensors.get(id)?.matrix ?? { rows: 0, columns: 0, data: new Float64Array() })

describe('the upstream gradient times the Jacobian', () => {
  it.each(['A1', 'Z2', 'P'])('is what the backward pass has: %s', (step) => {
    const found = sampleJacobian(walk, step, 1)
    expect(found).not.toBeNull()
    if (!found) return
    const [given, got] = [numbers(found.given), numbers(found.got)]
    const J = matrixNumbers('jacobian', found.matrix)
    for (let column = 0; column < J.columns; column++) {
      const { value, others } = jacobianProduct({ at: (_row, index) => given.at(1, index) }, J, column)
      expect(value).toBeCloseTo(got.at(1, column) ?? NaN, 12)
      expect(others).toBe(0)
    }
  })

  it('of many units has three terms and the sum of the others', () => {
    const J = matrixNumbers('J', { rows: 20, columns: 1, data: Float64Array.from({ length: 20 }, (_, i) => i - 5) })
    const { value, largest, others, sumOfOthers } = jacobianProduct({ at: () => 2 }, J, 0)
    expect([largest.map(({ index }) => index), others]).toEqual([[17, 18, 19], 17])
    expect(largest.reduce((sum, { upstream, slope }) => sum + upstream * slope, sumOfOthers)).toBe(value)
  })
})
