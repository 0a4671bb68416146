import { describe, expect, it } from 'vitest'
import { backward, dropoutMasks, forward, plainMachine } from '#core'
import { stepGradients } from '../../../src/core/train/step-gradients'
import { LostThread } from '../../../src/core/train/machine'
import { trainingArithmetic } from '../../../src/core/tensor/arithmetic'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const plain = networkOf([5, 7, 3], 'relu', 'softmax-cross-entropy')
const network = { ...plain, layers: plain.layers.map((layer, l) => (l === 0 ? { ...layer, dropout: 0.4 } : layer)) }
const objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l1: 0.001 } } as const
const parameters = parametersFor(network, 1)
const batch = samplesFor(network, 'softmax-cross-entropy', 1, 12)
const options = { network, objective, machine: plainMachine, shuffleSeed: 3, parameters, batch }

describe('the gradients of a step', () => {
  it('are those of the mini-batch in its own order, with the masks of step 1', () => {
    const found = stepGradients(options)
    const masks = dropoutMasks(network, 12, 3, 1, 'f64')
    expect(found.masks).toEqual(masks)
    expect(found.batch).toBe(batch)
    const arithmetic = trainingArithmetic.f64
    const cache = forward(network, parameters, batch.X, 0, masks, arithmetic)
    expect(found.gradients).toEqual(backward(network, parameters, cache, batch.targets, objective, arithmetic).gradients)
  })

  it('come without masks where nothing is dropped', () => {
    expect(stepGradients({ ...options, network: plain }).masks).toBeUndefined()
  })

  it('are asked for again when a thread is lost, and the machine is released', () => {
    let asked = 0
    let released = 0
    const { gradients } = stepGradients({
      ...options,
      machine: (given) => {
        const machine = plainMachine(given)
        return {
          ...machine,
          gradients(request) {
            if (asked++ === 0) throw new LostThread()
            return machine.gradients(request)
          },
          release: () => (released += 1)
        }
      }
    })
    expect(gradients).toEqual(stepGradients(options).gradients)
    expect([asked, released]).toEqual([2, 1])
  })
})
