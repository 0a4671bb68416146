import { describe, expect, it } from 'vitest'
import {
  clipByNorm,
  copyOptimizerState,
  dropoutMasks,
  freshOptimizerState,
  gatherSamples,
  globalNorm,
  initialParameters,
  initializerNames,
  learningRateFactors,
  matrixFrom,
  optimizerKinds,
  takeStep,
  type NetworkSpec,
  type OptimizerSpec
} from '#core'
import { disagreement, flat, parametersOf, readCases, targetsOf, type TrainingCase } from '../../support/reference'

describe('a whole run against PyTorch in float64', () => {
  const cases = readCases<TrainingCase>('training-cases.json')

  it('covers every optimizer', () => {
    expect(new Set(cases.map(({ optimizer }) => optimizer.kind))).toEqual(new Set(optimizerKinds))
  })

  it.each(cases.map((one) => [one.id, one] as const))('%s agrees in every batch’s loss and in the last weights', (_id, one) => {
    const parameters = parametersOf(one.parameters)
    const { learningRate, ...rest } = one.optimizer
    const optimizer = rest as OptimizerSpec
    const all = { X: matrixFrom(one.X), targets: targetsOf(one.y) }
    let state = freshOptimizerState(optimizer, parameters)
    const batchLosses = one.batches.map((rows, index) => {
      const taken = takeStep(parameters, state, gatherSamples(all, rows), {
        network: one.network,
        objective: { loss: one.loss, regularization: one.regularization },
        optimizer,
        learningRate,
        clip: null,
        step: index + 1
      })
      state = taken.state
      return taken.loss
    })
    expect(disagreement(batchLosses, one.expected.batchLosses)).toBeLessThanOrEqual(1e-9)
    one.expected.parameters.forEach(({ W, b }, l) => {
      expect(disagreement(flat(parameters[l].W), W.flat())).toBeLessThanOrEqual(1e-9)
      expect(disagreement(flat(parameters[l].b), b)).toBeLessThanOrEqual(1e-9)
    })
  })
})

const line: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'linear' }] }
const at = (w: number, b: number) => [{ W: matrixFrom([[w]]), b: matrixFrom([[b]]) }]

describe('every optimizer', () => {
  it.each(optimizerKinds)('%s goes downhill on a parabola and leaves a copy of its memory alone', (kind) => {
    const parameters = at(5, -3)
    const batch = { X: matrixFrom([[1], [2], [3]]), targets: { kind: 'values', values: matrixFrom([[1], [2], [3]]) } } as const
    let state = freshOptimizerState({ kind }, parameters)
    const kept = copyOptimizerState(state)
    const losses: number[] = []
    for (let step = 1; step <= 200; step++) {
      const taken = takeStep(parameters, state, batch, {
        network: line,
        objective: { loss: { kind: 'mean-squared-error' }, regularization: {} },
        optimizer: { kind, weightDecay: 0 },
        learningRate: kind === 'adagrad' ? 0.5 : 0.05,
        clip: null,
        step
      })
      losses.push(taken.loss)
      state = taken.state
    }
    expect(losses[199]).toBeLessThan(losses[0] / 10)
    expect(state.updates).toBe(200)
    expect(kept.slots.flat().every((slot) => slot.every((x) => x === 0))).toBe(true)
  })
})

describe('clipping by norm', () => {
  it('keeps the direction and brings the norm down to the limit', () => {
    const gradients = [{ W: matrixFrom([[3, 0]]), b: matrixFrom([[4, 0]]) }]
    clipByNorm(gradients, 1)
    expect(globalNorm(gradients)).toBeCloseTo(1, 15)
    expect(gradients[0].W.data[0] / gradients[0].b.data[0]).toBeCloseTo(0.75, 15)
  })

  it('leaves what is below the limit to the last bit', () => {
    const gradients = at(0.1, 0.2)
    clipByNorm(gradients, 1)
    expect(gradients).toEqual(at(0.1, 0.2))
  })
})

describe('schedules', () => {
  const factors = (spec: Parameters<typeof learningRateFactors>[0], epochs: readonly number[]) =>
    epochs.map((epoch) => learningRateFactors(spec)({ epoch, part: 0.1, epochs: 100 }))

  it('are what their formulas say', () => {
    expect(factors({ kind: 'constant' }, [0, 50, 99])).toEqual([1, 1, 1])
    expect(factors({ kind: 'step', every: 10, factor: 0.5 }, [0, 9.9, 10, 25])).toEqual([1, 1, 0.5, 0.25])
    expect(factors({ kind: 'exponential', factor: 0.9 }, [0, 1, 2])).toEqual([1, 0.9, 0.81])
    const [start, middle, end] = factors({ kind: 'cosine', floor: 0.2 }, [0, 50, 100])
    expect([start, end]).toEqual([1, 0.2])
    expect(middle).toBeCloseTo(0.6, 15)
  })

  it('warm up in a straight line, with a first step that is small but not nothing', () => {
    const [first, half, done] = factors({ kind: 'constant', warmUp: 5 }, [0, 2.4, 7])
    expect(first).toBeCloseTo(0.02, 15)
    expect(half).toBeCloseTo(0.5, 15)
    expect(done).toBe(1)
  })
})

describe('dropout', () => {
  const network: NetworkSpec = {
    inputs: 3,
    layers: [
      { units: 200, activation: 'relu', dropout: 0.25 },
      { units: 2, activation: 'linear', dropout: 0.25 }
    ]
  }

  it('drops the given share, divides the rest by the keep probability, and never drops outputs', () => {
    const [hidden, output] = dropoutMasks(network, 100, 1, 1, 'f64')
    const values = new Set(hidden?.data)
    expect([...values].sort()).toEqual([0, 1 / 0.75])
    const dropped = hidden?.data.filter((x) => x === 0).length ?? 0
    // Binomial(20000, ¼): deviation 61.
    expect(Math.abs(dropped - 5000)).toBeLessThan(300)
    expect(output).toBeNull()
  })

  it('depends on the seed and the step alone', () => {
    expect(dropoutMasks(network, 5, 1, 7, 'f64')).toEqual(dropoutMasks(network, 5, 1, 7, 'f64'))
    expect(dropoutMasks(network, 5, 1, 7, 'f64')).not.toEqual(dropoutMasks(network, 5, 1, 8, 'f64'))
  })
})

describe('initializers', () => {
  /** The variance of a weight in a layer of 60 inputs and 40 units, from the formulas. */
  const variances: Readonly<Record<string, number>> = {
    'he-normal': 2 / 60,
    'he-uniform': 2 / 60,
    'xavier-normal': 2 / 100,
    'xavier-uniform': 2 / 100,
    'lecun-normal': 1 / 60,
    'lecun-uniform': 1 / 60,
    uniform: 0.05 ** 2 / 3,
    normal: 0.05 ** 2,
    zeros: 0,
    'fan-out-normal': 1 / 40
  }

  it.each(initializerNames)('%s has mean 0 and the variance of its formula', (name) => {
    const [{ W, b }] = initialParameters({ inputs: 60, layers: [{ units: 40, activation: 'tanh' }] }, 3, 'f64', name)
    const drawn = Array.from(W.data)
    const mean = drawn.reduce((sum, w) => sum + w, 0) / drawn.length
    const variance = drawn.reduce((sum, w) => sum + w * w, 0) / drawn.length
    const expected = variances[name]
    // 2,400 draws: five standard errors of the mean, and of the variance of a normal (√(2/n)).
    expect(Math.abs(mean)).toBeLessThanOrEqual(5 * Math.sqrt(expected / 2400))
    expect(Math.abs(variance - expected)).toBeLessThanOrEqual(expected * 5 * Math.sqrt(2 / 2400))
    expect(b?.data.some((x) => x !== 0)).toBe(name === 'fan-out-normal')
  })
})
