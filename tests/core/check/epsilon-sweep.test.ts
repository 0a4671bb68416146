import { describe, expect, it } from 'vitest'
import { AppError, matrixFrom, sweepEpsilon, type NetworkSpec } from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const network = networkOf([4, 12, 3], 'tanh', 'softmax-cross-entropy')
const problem = {
  network,
  objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } },
  parameters: parametersFor(network, 1),
  batch: samplesFor(network, 'softmax-cross-entropy', 1, 16)
} as const

describe('a sweep over ε', () => {
  it.each(['W1', 'b1', 'W2', 'b2'])('of %s falls with h², then rises with 1/h, and is best in between', (tensor) => {
    const { epsilon, relative, best } = sweepEpsilon({ ...problem, tensor })
    const at = (h: number) => relative[epsilon.indexOf(h)]
    expect(at(1e-1) / at(1e-2)).toBeGreaterThan(50)
    expect(at(1e-1) / at(1e-2)).toBeLessThan(200)
    expect(at(1e-2) / at(1e-3)).toBeCloseTo(100, -1)
    expect(at(1e-12) / at(1e-8)).toBeGreaterThan(100)
    expect(best).toBeGreaterThan(1e-7)
    expect(best).toBeLessThan(1e-3)
    expect(at(best)).toBeLessThan(1e-9)
  })

  it('takes one element alone when it is told to', () => {
    const sweep = sweepEpsilon({ ...problem, tensor: 'W1', element: { row: 2, column: 5 }, epsilons: [1e-2, 1e-5] })
    expect([sweep.checked, sweep.epsilon.length, sweep.best]).toEqual([1, 2, 1e-5])
    expect(sweep.absolute[0]).toBeGreaterThan(sweep.absolute[1])
  })

  it('takes twenty weights of a large tensor, the same for the same seed', () => {
    expect(sweepEpsilon({ ...problem, tensor: 'W1', epsilons: [1e-5] }).checked).toBe(20)
    expect(sweepEpsilon({ ...problem, tensor: 'W1' })).toEqual(sweepEpsilon({ ...problem, tensor: 'W1' }))
  })

  it('counts the quotients that reach across a kink', () => {
    const relu: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'relu' }] }
    const { crossed, epsilon } = sweepEpsilon({
      network: relu,
      objective: { loss: { kind: 'mean-squared-error' }, regularization: {} },
      parameters: [{ W: matrixFrom([[3e-5]]), b: matrixFrom([[0]]) }],
      batch: { X: matrixFrom([[1]]), targets: { kind: 'values', values: matrixFrom([[2]]) } },
      tensor: 'W1'
    })
    crossed.forEach((count, i) => expect(count).toBe(epsilon[i] > 3e-5 ? 1 : 0))
  })

  it('is 0 everywhere, not NaN, where gradient and difference vanish', () => {
    const line: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'linear' }] }
    const { relative } = sweepEpsilon({
      network: line,
      objective: { loss: { kind: 'mean-squared-error' }, regularization: {} },
      parameters: [{ W: matrixFrom([[3]]), b: matrixFrom([[0]]) }],
      batch: { X: matrixFrom([[0]]), targets: { kind: 'values', values: matrixFrom([[2]]) } },
      tensor: 'W1'
    })
    expect([...relative]).toEqual([...relative].map(() => 0))
  })

  it('names the tensors there are when it is asked for another, and the rows when it is asked for one too many', () => {
    expect(() => sweepEpsilon({ ...problem, tensor: 'W3' })).toThrow('W1, b1, W2, b2')
    expect(() => sweepEpsilon({ ...problem, tensor: 'W1', element: { row: 4, column: 0 } })).toThrow(AppError)
  })
})
