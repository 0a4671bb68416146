import { describe, expect, it } from 'vitest'
import {
  checkGradients,
  conclude,
  copyParameters,
  createTrainer,
  fillKnobs,
  freshOptimizerState,
  initialParameters,
  losses,
  makeToy,
  matrixFrom,
  prepare,
  readCsv,
  suggestSettings,
  takeStep,
  toyCsv,
  verdicts,
  type ActivationName,
  type GradientCheckOptions,
  type GradientCheckReport,
  type LossKind,
  type OptimizerSpec
} from '#core'
import { figuresOf, ordinaryProblem, scaledProblem, unscaledProblem, unscaledRuns, withFactor } from '../../support/check-problems'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const words = (report: GradientCheckReport) => new Set([...report.verdict].map((v) => verdicts[v]))

/** Some steps of training, in place. */
function train(
  { network, objective, parameters, batch }: GradientCheckOptions,
  steps: number,
  learningRate: number,
  optimizer: OptimizerSpec
) {
  let state = freshOptimizerState(optimizer, parameters)
  for (let step = 1; step <= steps; step++) {
    ;({ state } = takeStep(parameters, state, batch, { network, objective, optimizer, learningRate, clip: null, step }))
  }
}

/** Twelve rows of one column, and targets that follow it. */
function table(from: number, to: number, hidden: readonly number[], initial: 'zeros' | 'auto' = 'zeros'): GradientCheckOptions {
  const network = networkOf([1, ...hidden, 1], 'tanh', 'mean-squared-error')
  const layers = network.layers.map((layer, l) => (l === hidden.length ? ({ ...layer, activation: 'linear' } as const) : layer))
  const X = matrixFrom(Array.from({ length: 12 }, (_, i) => [from + ((to - from) * i) / 11]))
  const values = matrixFrom(Array.from({ length: 12 }, (_, i) => [Math.sin(2 * i)]))
  return {
    network: { ...network, layers },
    objective: { loss: { kind: 'mean-squared-error' }, regularization: {} },
    parameters: initialParameters({ ...network, layers }, 1, 'f64', initial),
    batch: { X, targets: { kind: 'values', values } }
  }
}

describe('a right gradient on unscaled inputs is confirmed', () => {
  const tables = [
    ['income', 18_000, 95_000],
    ['population', 2e5, 3e7],
    ['year', 1950, 2024],
    ['altitude', -400, 8800],
    ['milliseconds since 1970', 1.5e12, 1.7e12],
    ['mass in kg', 1e-9, 4e-7]
  ] as const

  it.each(tables)('%s, before training', (_name, from, to) => {
    const report = checkGradients(table(from, to, []))
    expect([report.failed, report.unreliable, report.isWrong]).toEqual([0, 0, false])
    expect(report.passed).toBe(2)
    expect(report.worstRelative).toBeLessThan(1e-7)
  })

  it.each(tables)('%s, after twenty steps, and along every direction', (_name, from, to) => {
    const problem = table(from, to, [])
    train(problem, 20, 0.05 / Math.max(1, from * from, to * to), { kind: 'sgd' })
    const report = checkGradients(problem)
    expect([report.failed, report.isWrong]).toEqual([0, false])
    expect(report.directions.every(({ outlier }) => outlier === 'none')).toBe(true)
  })

  it.each(tables)('%s, through a hidden layer that it saturates', (_name, from, to) => {
    const report = checkGradients(table(from, to, [4], 'auto'))
    expect(report.isWrong).toBe(false)
    expect(checkGradients(withFactor(table(from, to, [4], 'auto'), 1.001)).isWrong).toBe(true)
  })
})

describe('at a converged network', () => {
  const cases: readonly (readonly [LossKind, ActivationName, number])[] = [
    ['softmax-cross-entropy', 'tanh', 0.05],
    ['softmax-cross-entropy', 'relu', 0.05],
    ['binary-cross-entropy', 'tanh', 0.05],
    ['binary-cross-entropy', 'silu', 0.05],
    ['mean-squared-error', 'tanh', 0.01],
    ['huber', 'gelu', 0.01]
  ]

  it.each(cases)('%s, %s: gradients times −1, 0 and 2 are never confirmed', (kind, activation, rate) => {
    const network = networkOf([2, 8, losses[kind].targets === 'classes' ? 2 : 1], activation, kind)
    const batch = samplesFor(network, kind, 1, 8)
    const problem = { network, objective: { loss: { kind }, regularization: {} }, parameters: parametersFor(network, 1), batch }
    train(problem, 3000, rate, { kind: 'adam' })
    expect(checkGradients(problem).isWrong).toBe(false)
    for (const factor of [-1, 0, 2]) {
      const report = checkGradients(withFactor(problem, factor))
      const confirmed = [...report.verdict].filter(
        (v, p) => report.analytic[p] !== 0 && ['excellent', 'pass', 'epsilon-too-large'].includes(verdicts[v])
      )
      expect(confirmed).toEqual([])
      expect(['check.right', 'check.partly', 'check.right-sample']).not.toContain(conclude(report).code)
    }
  })
})

describe('a run of the terminal that has converged', () => {
  it('is not accused, though backward pass and forward mode differ in the last digits of P − Y', () => {
    const table = readCsv(new TextEncoder().encode(toyCsv('classification', makeToy('blobs', fillKnobs('blobs', { size: 60 })))))
    const settings = { ...suggestSettings(table), optimizer: { kind: 'adam' }, learningRate: 0.2, epochs: 1000 } as const
    const trainer = createTrainer(prepare(table, settings), settings)
    trainer.trainSteps(Infinity, settings.epochs)
    const { network, live } = trainer
    const problem = { network, parameters: copyParameters(trainer.parameters), objective: live.objective, batch: trainer.firstBatch() }
    // Scores that are half as far apart again are those of many more epochs.
    const { W, b } = problem.parameters[1]
    for (const { data } of [W, ...(b ? [b] : [])]) data.forEach((value, e) => (data[e] = 1.5 * value))
    const report = checkGradients(problem)
    expect([report.failed, report.isWrong]).toEqual([0, false])
    expect(report.tooSmall).toBeGreaterThan(50)
    for (const factor of [-1, 0, 2]) expect(conclude(checkGradients(withFactor(problem, factor))).code).not.toBe('check.right')
  })
})

describe('a difference that is off', () => {
  it.each(['relu', 'leaky-relu', 'tanh', 'sigmoid', 'silu', 'softplus'] as const)(
    'at ε = 0.1 with %s is named, not the gradient',
    (activation) => {
      const network = networkOf([4, 8, 8, 3], activation, 'softmax-cross-entropy')
      const report = checkGradients({
        network,
        objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
        parameters: parametersFor(network, 2),
        batch: samplesFor(network, 'softmax-cross-entropy', 2, 12),
        epsilon: 0.1
      })
      expect([report.failed, report.isWrong]).toEqual([0, false])
      expect(['check.epsilon', 'check.partly']).toContain(conclude(report).code)
    }
  )

  it.each([1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1])('at ε = %d accuses nothing either', (epsilon) => {
    const network = networkOf([4, 8, 3], 'tanh', 'softmax-cross-entropy')
    const problem = {
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
      parameters: parametersFor(network, 2),
      batch: samplesFor(network, 'softmax-cross-entropy', 2, 12),
      epsilon
    } as const
    expect(checkGradients(problem).isWrong).toBe(false)
    expect(checkGradients(withFactor(problem, 1.001)).failed).toBeGreaterThan(50)
  })

  it.each([0, 1e-13, 2, -1, NaN, Infinity])('by an ε of %d is refused', (epsilon) => {
    expect(() => checkGradients({ ...ordinaryProblem(1), epsilon })).toThrow('from 1e-12 to 1')
  })
})

describe('a gradient of 0', () => {
  const network = networkOf([2, 3, 2], 'relu', 'softmax-cross-entropy')
  const off = parametersFor(network, 1).map(({ W, b }, l) => ({ W, b: b && l === 0 ? { ...b, data: b.data.map(() => -100) } : b }))
  const problem: GradientCheckOptions = {
    network,
    objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
    parameters: off,
    batch: samplesFor(network, 'softmax-cross-entropy', 1)
  }

  it('is confirmed where the unit is off on every row', () => {
    const report = checkGradients(problem)
    expect([...report.analytic.subarray(0, 9)].every((g) => g === 0)).toBe(true)
    expect(words(report)).toEqual(new Set(['excellent']))
  })

  it('is found wrong where the gradient given is not 0, however small', () => {
    const gradients = copyParameters(off)
    for (const { W, b } of gradients) for (const g of [W, b]) g?.data.fill(1e-13)
    expect(checkGradients({ ...problem, gradients }).failed).toBeGreaterThan(9)
  })
})

describe('random networks', () => {
  const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

  it.each([
    ['of ordinary size', ordinaryProblem, 120],
    ['with magnitudes from 1e-3 to 1e7', scaledProblem, 60],
    ['on unscaled tables', unscaledProblem, unscaledRuns / 3]
  ] as const)('%s: no right gradient is accused, and none that is off by a thousandth is confirmed', (_name, make, count) => {
    expect(figuresOf(seeds(count), make)).toMatchObject({ networks: count, accused: 0, failed: 0 })
    expect(figuresOf(seeds(count / 4), (seed) => withFactor(make(seed), 1.001))).toMatchObject({ confirmed: 0, unreliable: 0 })
  })
})
