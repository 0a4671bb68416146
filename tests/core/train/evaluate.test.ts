import { describe, expect, it } from 'vitest'
import { createRandom, evaluate, initialParameters, zeros, type LossSpec, type NetworkSpec } from '#core'

const network: NetworkSpec = { inputs: 2, layers: [{ units: 3, activation: 'linear' }] }
const parameters = initialParameters(network, 1)

/** More rows than one chunk holds. */
function samples(rows: number) {
  const random = createRandom(5)
  const X = zeros(rows, 2)
  X.data.forEach((_, e) => (X.data[e] = random.normal()))
  return { X, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(3)) } } as const
}

describe('an evaluation', () => {
  it('is the mean over all rows, or their sum, however many chunks they make', () => {
    const kind = 'softmax-cross-entropy'
    const mean = evaluate(network, parameters, samples(2500), { kind }).loss
    const summed: LossSpec = { kind, reduction: 'sum' }
    expect(evaluate(network, parameters, samples(2500), summed).loss / 2500).toBeCloseTo(mean, 12)
  })

  it('of no rows is not a number', () => {
    expect(evaluate(network, parameters, samples(0), { kind: 'softmax-cross-entropy' })).toEqual({ loss: NaN, metric: NaN })
  })
})
