import { describe, expect, it } from 'vitest'
import { practiceProblems, type LossSpec } from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

function problemOf(sizes: readonly number[], loss: LossSpec, l2 = 0) {
  const network = networkOf(sizes, 'relu', loss.kind)
  return {
    network,
    objective: { loss, regularization: { l2 } },
    parameters: parametersFor(network, 1),
    batch: samplesFor(network, loss.kind, 1)
  }
}

describe('problems to try a backward pass on', () => {
  it('have the layers of the given one, and sizes that all differ', () => {
    const given = problemOf([4, 4, 4, 4], { kind: 'softmax-cross-entropy', classWeights: [1, 1, 2, 1] }, 0.1)
    for (const { network, objective, parameters, batch } of practiceProblems(given, 50, 3)) {
      const sizes = [batch.X.rows, network.inputs, ...network.layers.map(({ units }) => units)]
      expect(new Set(sizes).size).toBe(5)
      expect(network.layers.map(({ activation }) => activation)).toEqual(['relu', 'relu', 'linear'])
      expect(parameters.map(({ W, b }) => [W.rows, W.columns, b?.columns])).toEqual(
        network.layers.map(({ units }, l) => [l === 0 ? network.inputs : network.layers[l - 1].units, units, units])
      )
      expect(objective.loss.classWeights).toHaveLength(sizes[4])
      expect(objective.regularization.l2).toBeGreaterThan(0)
      expect(objective.regularization.l1).toBe(0)
    }
  })

  it('keep a single output, its weight and the answers 0 and 1', () => {
    const given = problemOf([2, 3, 1], { kind: 'binary-cross-entropy', positiveWeight: 3 })
    for (const { network, objective, batch } of practiceProblems(given, 20, 5)) {
      expect([network.layers[1].units, objective.loss.positiveWeight]).toEqual([1, 3])
      expect(batch.targets.kind === 'values' && batch.targets.values.data.every((y: number) => y === 0 || y === 1)).toBe(true)
    }
  })

  it('are the same for the same seed', () => {
    const given = problemOf([2, 3, 2], { kind: 'mean-squared-error' })
    expect(practiceProblems(given, 3, 9)).toEqual(practiceProblems(given, 3, 9))
    expect(practiceProblems(given, 3, 9)).not.toEqual(practiceProblems(given, 3, 10))
  })
})
