import { describe, expect, it } from 'vitest'
import {
  DIRECTIONS,
  GradientCheck,
  AppError,
  SAMPLED_WEIGHTS,
  activationNames,
  backward,
  checkGradients,
  copyParameters,
  dropoutMasks,
  forward,
  gradientCheckCsv,
  initialParameters,
  lossKinds,
  losses,
  matrixFrom,
  parameterCount,
  totalLoss,
  verdicts,
  zeros,
  type GradientCheckOptions,
  type GradientCheckReport,
  type LossKind,
  type LossSpec,
  type NetworkSpec,
  type Regularization
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const regularizations: readonly Regularization[] = [{}, { l1: 0.01 }, { l2: 0.02 }, { l1: 0.01, l2: 0.02 }]
const reductions = ['mean', 'sum'] as const
const SIZES = [2, 4, 3, 3]

const combinations = activationNames.flatMap((activation) => lossKinds.map((kind) => [activation, kind] as const))

/** Every way to regularize and to reduce a loss. */
const variants = regularizations.flatMap((regularization) => reductions.map((reduction) => ({ regularization, reduction })))

function expectConfirmed(report: GradientCheckReport): void {
  expect([report.failed, report.isWrong]).toEqual([0, false])
  expect(report.tensors.map(({ outlier }) => outlier)).toEqual(report.tensors.map(() => 'none'))
  expect(report.checked).toBe(report.passed + report.failed + report.kinks + report.tooSmall + report.unreliable)
  expect(report.unreliable).toBe(0)
  expect(report.passed).toBeGreaterThan(0.7 * report.checked)
  expect(report.sanity.sampleLeak).toBe(0)
}

function words(report: GradientCheckReport): string[] {
  return [...report.verdict].map((v) => verdicts[v])
}

describe('the gradient check passes our own backpropagation', () => {
  it('on more than ten thousand parameters in the table below', () => {
    const each = parameterCount(networkOf(SIZES, 'tanh', 'softmax-cross-entropy'))
    expect(combinations.length * variants.length * each).toBeGreaterThan(10_000)
  })

  it.each(combinations)('%s, %s, with every regularizer, mean and sum', (activation, kind) => {
    const network = networkOf(SIZES, activation, kind)
    variants.forEach(({ regularization, reduction }, seed) => {
      const report = checkGradients({
        network,
        objective: { loss: { kind, reduction }, regularization },
        parameters: parametersFor(network, seed),
        batch: samplesFor(network, kind, seed)
      })
      expectConfirmed(report)
      expect(report.checked).toBe(parameterCount(network))
      expect(report.kinks).toBeLessThan(report.checked / 10)
    })
  })

  it.each([
    ['a positive weight', { kind: 'binary-cross-entropy', positiveWeight: 3 }],
    ['class weights', { kind: 'softmax-cross-entropy', classWeights: [0.5, 1, 4] }],
    ['a small delta', { kind: 'huber', delta: 0.3 }],
    ['a wide margin', { kind: 'multiclass-hinge', margin: 2.5 }]
  ] as const)('with %s', (_name, loss: LossSpec) => {
    const network = networkOf(SIZES, 'tanh', loss.kind)
    const objective = { loss, regularization: { l2: 0.01 } }
    const batch = samplesFor(network, loss.kind, 1)
    expectConfirmed(checkGradients({ network, objective, parameters: parametersFor(network, 1), batch }))
  })

  it('without biases', () => {
    const network: NetworkSpec = { ...networkOf(SIZES, 'silu', 'huber'), bias: false }
    const objective = { loss: { kind: 'huber' }, regularization: {} } as const
    const batch = samplesFor(network, 'huber', 1)
    const report = checkGradients({ network, objective, parameters: initialParameters(network, 1), batch })
    expectConfirmed(report)
    expect(report.tensors.map(({ name }) => name)).toEqual(['W1', 'W2', 'W3'])
  })

  it('with a fixed dropout mask, and not with the gradients of another mask', () => {
    const plain = networkOf([3, 6, 5, 3], 'tanh', 'softmax-cross-entropy')
    const network = { ...plain, layers: plain.layers.map((layer, l) => (l < 2 ? { ...layer, dropout: 0.4 } : layer)) }
    const objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: {} } as const
    const parameters = parametersFor(network, 2)
    const batch = samplesFor(network, 'softmax-cross-entropy', 2)
    const masks = dropoutMasks(network, 6, 1, 1, 'f64')
    expectConfirmed(checkGradients({ network, objective, parameters, batch, masks }))
    const others = forward(network, parameters, batch.X, 0, dropoutMasks(network, 6, 1, 2, 'f64'))
    const { gradients } = backward(network, parameters, others, batch.targets, objective)
    expect(checkGradients({ network, objective, parameters, batch, masks, gradients }).isWrong).toBe(true)
  })

  it('on a batch of a thousand rows, whose sum rounds a thousand times', () => {
    const network = networkOf([4, 6, 3], 'tanh', 'softmax-cross-entropy')
    for (const reduction of reductions) {
      const report = checkGradients({
        network,
        objective: { loss: { kind: 'softmax-cross-entropy', reduction }, regularization: { l2: 0.01 } },
        parameters: parametersFor(network, 1),
        batch: samplesFor(network, 'softmax-cross-entropy', 1, 1000)
      })
      expectConfirmed(report)
      expect(report.worstRelative).toBeLessThan(1e-7)
    }
  })
})

interface OneWeight {
  readonly w: number
  readonly x?: number
  readonly y: number
  readonly l1?: number
}

/** One sample with one feature, one weight, and a bias of 0; where there are more units, their weights are 0. */
function oneWeight(network: NetworkSpec, kind: LossKind, { w, x = 1, y, l1 }: OneWeight): GradientCheckOptions {
  const targets =
    losses[kind].targets === 'classes'
      ? ({ kind: 'classes', classes: Int32Array.of(y) } as const)
      : ({ kind: 'values', values: matrixFrom([[y]]) } as const)
  const units = network.layers[0].units
  return {
    network,
    objective: { loss: { kind }, regularization: l1 === undefined ? {} : { l1 } },
    parameters: [{ W: matrixFrom([[w, ...Array(units - 1).fill(0)]]), b: zeros(1, units) }],
    batch: { X: matrixFrom([[x]]), targets }
  }
}

const relu: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'relu' }] }
const line: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'linear' }] }
const scores: NetworkSpec = { inputs: 1, layers: [{ units: 2, activation: 'linear' }] }
const logit: NetworkSpec = { inputs: 1, layers: [{ units: 1, activation: 'sigmoid' }] }

describe('a kink', () => {
  it.each([
    ['of an activation', oneWeight(relu, 'mean-squared-error', { w: 0, y: 2 })],
    ['of the absolute error', oneWeight(line, 'mean-absolute-error', { w: 2, y: 2 })],
    ['of Huber’s loss at its delta', oneWeight(line, 'huber', { w: 3, y: 2 })],
    ['of the hinge at its margin', oneWeight(scores, 'multiclass-hinge', { w: 1, y: 0 })]
  ])('%s exactly at the parameters is called a kink and counted apart', (_name, options) => {
    const report = checkGradients(options)
    expect(words(report)).toEqual(words(report).map(() => 'kink'))
    expect([report.kinks, report.failed, report.passed, report.isWrong]).toEqual([report.checked, 0, 0, false])
  })

  it('of L1 at a weight of 0 is called so for that weight alone', () => {
    const report = checkGradients(oneWeight(line, 'mean-squared-error', { w: 0, y: 2, l1: 0.1 }))
    expect(words(report)).toEqual(['kink', 'excellent'])
  })

  it('is none where nothing about it changes: an input of 0 leaves the unit where it is', () => {
    const report = checkGradients(oneWeight(relu, 'mean-squared-error', { w: 1, x: 0, y: 2 }))
    expect(words(report)).toEqual(['excellent', 'kink'])
  })

  it.each([
    ['the row’s maximum inside a stable softmax', oneWeight(scores, 'softmax-cross-entropy', { w: 0, y: 0 })],
    ['max(z, 0) inside a stable binary cross-entropy', oneWeight(logit, 'binary-cross-entropy', { w: 0, y: 1 })]
  ])('is none in %s', (_name, options) => {
    const report = checkGradients(options)
    expect([report.kinks, report.failed]).toEqual([0, 0])
  })

  it.each([4e-7, -4e-7, 9e-6])('near the parameter (%d) is stepped around with a smaller h', (z) => {
    const report = checkGradients(oneWeight(relu, 'mean-squared-error', { w: z, y: 2 }))
    expect([report.kinks, report.failed]).toEqual([0, 0])
    expect([...report.step].every((h) => h < Math.abs(z))).toBe(true)
  })

  it('of L1 near the weight is stepped around as well', () => {
    const report = checkGradients(oneWeight(line, 'mean-squared-error', { w: -3e-6, y: 2, l1: 0.1 }))
    expect([report.kinks, report.failed]).toEqual([0, 0])
  })
})

describe('a step that is too large', () => {
  it('is named as the cause, and the gradient is not called wrong', () => {
    const network = networkOf(SIZES, 'tanh', 'softmax-cross-entropy')
    const report = checkGradients({
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
      parameters: initialParameters(network, 2),
      batch: samplesFor(network, 'softmax-cross-entropy', 2),
      epsilon: 3e-3
    })
    expect(report.failed).toBe(0)
    expect(words(report)).toContain('epsilon-too-large')
  })

  it('excuses no wrong gradient', () => {
    const network = networkOf(SIZES, 'tanh', 'softmax-cross-entropy')
    const problem = {
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
      parameters: initialParameters(network, 2),
      batch: samplesFor(network, 'softmax-cross-entropy', 2)
    } as const
    const cache = forward(network, problem.parameters, problem.batch.X)
    const { gradients } = backward(network, problem.parameters, cache, problem.batch.targets, problem.objective)
    gradients.forEach(({ W, b }) => [W, b].forEach((g) => g?.data.forEach((_, e) => (g.data[e] *= 1.001))))
    const report = checkGradients({ ...problem, gradients, epsilon: 3e-3 })
    expect(report.failed).toBeGreaterThan(report.checked / 2)
  })
})

const blobs = networkOf([4, 30, 3], 'tanh', 'softmax-cross-entropy')
const blobsOptions = {
  network: blobs,
  objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } },
  parameters: parametersFor(blobs, 5),
  batch: samplesFor(blobs, 'softmax-cross-entropy', 5)
} as const

describe('a sampled check', () => {
  const report = checkGradients({ ...blobsOptions, scope: 'sampled', seed: 3 })

  it('takes every bias, twenty weights of each tensor, and ten directions in each', () => {
    expect(report.tensors.map(({ checked }) => checked)).toEqual([SAMPLED_WEIGHTS, 30, SAMPLED_WEIGHTS, 3])
    expect(report.directions.length).toBe(DIRECTIONS * 4)
    expect([report.scope, report.seed, report.isWrong]).toEqual(['sampled', 3, false])
  })

  it('takes different weights, none twice, each as it is in the full check', () => {
    const full = checkGradients(blobsOptions)
    const key = (one: GradientCheckReport, p: number) => `${one.tensor[p]} ${one.row[p]} ${one.column[p]}`
    const numeric = new Map([...full.numeric].map((n, p) => [key(full, p), n]))
    const taken = [...report.numeric].map((_, p) => key(report, p))
    expect(new Set(taken).size).toBe(report.checked)
    report.numeric.forEach((n, p) => expect(n).toBe(numeric.get(taken[p])))
  })

  it('takes the same again for the same seed, and others for another', () => {
    expect(checkGradients({ ...blobsOptions, scope: 'sampled', seed: 3 })).toEqual(report)
    expect(checkGradients({ ...blobsOptions, scope: 'sampled', seed: 4 }).row).not.toEqual(report.row)
  })

  it('finds along its directions what its sample misses', () => {
    const cache = forward(blobs, blobsOptions.parameters, blobsOptions.batch.X)
    const { parameters, batch, objective } = blobsOptions
    const { gradients } = backward(blobs, parameters, cache, batch.targets, objective)
    const taken = new Set([...report.row].map((row, p) => (report.tensor[p] === 0 ? row * 30 + report.column[p] : -1)))
    gradients[0].W.data.forEach((_, e) => (gradients[0].W.data[e] *= taken.has(e) ? 1 : 1.05))
    const found = checkGradients({ ...blobsOptions, gradients, scope: 'sampled', seed: 3 })
    expect([found.failed, found.isWrong]).toEqual([0, true])
    expect(found.tensors.map(({ outlier }) => outlier)).toEqual(['reverse', 'none', 'none', 'none'])
  })

  it('is written as CSV with only what was checked', () => {
    expect(gradientCheckCsv(report).trimEnd().split('\n').length).toBe(1 + report.checked)
  })
})

describe('the three answers along a direction', () => {
  it('agree with one another for every tensor', () => {
    const { directions, tensors } = checkGradients(blobsOptions)
    expect(directions.map(({ tensor }) => tensor)).toEqual(tensors.flatMap((_, t) => Array(DIRECTIONS).fill(t)))
    directions.forEach(({ reverse, forward: carried, numeric, outlier }) => {
      expect(Math.abs(reverse - carried)).toBeLessThan(1e-14)
      expect(Math.abs(reverse - numeric)).toBeLessThan(1e-9)
      expect(outlier).toBe('none')
    })
  })

  it('agree for a smaller step where the chosen one is too large, which is said', () => {
    const { directions } = checkGradients({ ...blobsOptions, epsilon: 0.3 })
    expect(new Set(directions.map(({ verdict }) => verdict))).toContain('epsilon-too-large')
    expect(directions.every(({ outlier }) => outlier === 'none')).toBe(true)
  })
})

describe('gradients from outside', () => {
  it('are refused in another shape, which is named', () => {
    const gradients = blobsOptions.parameters.map(({ b, W }, l) => ({ b, W: l === 0 ? zeros(30, 4) : W }))
    expect(() => new GradientCheck({ ...blobsOptions, gradients })).toThrow('dL/dW1 4×30, dL/db1 1×30')
  })

  it('are refused when a number is not finite, and its place is named', () => {
    const gradients = copyParameters(blobsOptions.parameters)
    gradients[1].W.data[7] = NaN
    expect(() => new GradientCheck({ ...blobsOptions, gradients })).toThrow('Element 7 of dL/dW2 is NaN')
  })
})

describe('a gradient check', () => {
  it('leaves every parameter as it was', () => {
    const before = JSON.stringify(blobsOptions.parameters)
    const report = checkGradients(blobsOptions)
    expect(JSON.stringify(blobsOptions.parameters)).toBe(before)
    expect([...report.value.subarray(0, 120)]).toEqual([...blobsOptions.parameters[0].W.data])
  })

  it('goes one step at a time and can be summed up at any of them', () => {
    const check = new GradientCheck(blobsOptions)
    for (let step = 0; step < 130; step++) check.next()
    expect(check.done).toBe(130)
    const half = check.report()
    expect([half.checked, half.directions.length]).toEqual([130, 0])
    expect(half.tensors.map(({ checked }) => checked)).toEqual([120, 10, 0, 0])
    while (check.next());
    expect(check.done).toBe(check.total)
    expect(check.next()).toBe(false)
    expect(check.report()).toEqual(checkGradients(blobsOptions))
  })

  it('has a numeric gradient that is the difference of the total losses, but for rounding', () => {
    const { network, objective, parameters, batch } = blobsOptions
    const report = checkGradients(blobsOptions)
    const moved = copyParameters(parameters)
    const lossAt = (value: number) => {
      moved[0].W.data[17] = value
      return totalLoss(moved, forward(network, moved, batch.X), batch.targets, objective)
    }
    const w = parameters[0].W.data[17]
    expect(report.numeric[17]).toBeCloseTo((lossAt(w + 1e-5) - lossAt(w - 1e-5)) / 2e-5, 9)
  })

  it('keeps the two parts of loss and gradient apart', () => {
    const { sanity, loss, tensors } = checkGradients(blobsOptions)
    const W = [...blobsOptions.parameters[0].W.data]
    expect(sanity.dataLoss + sanity.penalty).toBe(loss)
    expect(tensors[0].penaltyNorm).toBeCloseTo(0.02 * Math.sqrt(W.reduce((sum, w) => sum + w * w, 0)), 12)
    expect(tensors[1].penaltyNorm).toBe(0)
    const bare = checkGradients({ ...blobsOptions, objective: { ...blobsOptions.objective, regularization: {} } })
    tensors.forEach(({ dataNorm }, t) => expect(dataNorm).toBeCloseTo(bare.tensors[t].dataNorm, 12))
  })

  it('checks a float32 network in float64', () => {
    expectConfirmed(checkGradients({ ...blobsOptions, parameters: parametersFor(blobs, 1, 'f32') }))
  })

  it('refuses a loss that is not finite', () => {
    const options = oneWeight(line, 'mean-squared-error', { w: 1e200, x: 1e200, y: 0 })
    expect(() => new GradientCheck(options)).toThrow(AppError)
  })

  it('refuses a gradient of its own that is not finite', () => {
    const options = oneWeight(line, 'mean-squared-error', { w: 1e-10, x: 1e160, y: 0 })
    expect(() => new GradientCheck(options)).toThrow('dL/dW1')
  })

  it('gives no verdict on a loss that is not the same twice', () => {
    let reads = 0
    const loss: LossSpec = {
      kind: 'huber',
      get delta() {
        return 0.1 + reads++
      }
    }
    const network = networkOf([3, 2], 'linear', 'huber')
    const objective = { loss, regularization: {} }
    const batch = samplesFor(network, 'huber', 1)
    expect(() => new GradientCheck({ network, objective, parameters: parametersFor(network, 1), batch })).toThrow('not deterministic')
  })

  it('is plain data that can be sent', () => {
    const report = checkGradients(blobsOptions)
    expect(structuredClone(report)).toEqual(report)
  })
})
