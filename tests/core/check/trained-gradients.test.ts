import { describe, expect, it } from 'vitest'
import { checkGradients, copyParameters, plainMachine, type MachineFactory, type Precision } from '#core'
import { stepGradients } from '../../../src/core/train/step-gradients'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const plain = networkOf([5, 7, 3], 'tanh', 'softmax-cross-entropy')
const network = { ...plain, layers: plain.layers.map((layer, l) => (l === 0 ? { ...layer, dropout: 0.3 } : layer)) }
const objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } } as const

/** A machine whose gradient of one weight is off by a factor. */
const spoiled =
  (factor: number): MachineFactory =>
  (options) => {
    const machine = plainMachine(options)
    return {
      ...machine,
      gradients(request) {
        const gradients = copyParameters(machine.gradients(request))
        const { data } = gradients[1].W
        let largest = 0
        for (let e = 1; e < data.length; e++) if (Math.abs(data[e]) > Math.abs(data[largest])) largest = e
        data[largest] *= factor
        return gradients
      }
    }
  }

function check(precision: Precision, machine: MachineFactory) {
  const parameters = parametersFor(network, 1, precision)
  const { batch, masks, gradients } = stepGradients({
    network,
    objective,
    machine,
    shuffleSeed: 3,
    parameters,
    batch: samplesFor(network, 'softmax-cross-entropy', 1, 12)
  })
  return checkGradients({ network, objective, parameters, batch, masks, trained: gradients })
}

describe.each(['f64', 'f32'] as const)('the gradients that trained, in %s', (precision) => {
  it('are confirmed, with the masks of their step', () => {
    const report = check(precision, plainMachine)
    expect([report.failed, report.isWrong]).toEqual([0, false])
    for (const { trained } of report.tensors) {
      expect(trained?.beyond).toBe(0)
      expect(trained?.difference).toBeLessThan(precision === 'f32' ? 1e-5 : 1e-14)
    }
  })

  it.each([1.001, 0.999, -1, 0, 2])('are found wrong where a kernel is off by a factor of %d in one weight', (factor) => {
    const report = check(precision, spoiled(factor))
    expect([report.failed, report.isWrong]).toEqual([1, true])
    expect(report.tensors.map(({ failed, trained }) => [failed, trained?.beyond])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0]
    ])
  })
})
