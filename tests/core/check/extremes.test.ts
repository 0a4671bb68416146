import { describe, expect, it } from 'vitest'
import {
  AppError,
  activationNames,
  backward,
  checkGradients,
  copyParameters,
  forward,
  initialParameters,
  lossKinds,
  outputsOf,
  type ActivationName,
  type GradientCheckReport,
  type LossKind,
  type Matrix,
  type NetworkSpec,
  type Parameters,
  type Samples
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

interface Problem {
  readonly network: NetworkSpec
  readonly parameters: Parameters
  readonly batch: Samples
}

function scaled(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, data: matrix.data.map((x) => x * factor) }
}

/** Weights of one layer made a great many times larger. */
function withLarge(parameters: Parameters, layer: number, factor: number): Parameters {
  return copyParameters(parameters).map(({ W, b }, l) => (l === layer ? { W: scaled(W, factor), b } : { W, b }))
}

function usual(sizes: readonly number[], activation: ActivationName, kind: LossKind, rows = 6): Problem {
  const network = networkOf(sizes, activation, kind)
  return { network, parameters: parametersFor(network, 7), batch: samplesFor(network, kind, 7, rows) }
}

/** Every extreme, as what it makes of an activation and a loss. */
const extremes: Readonly<Record<string, (activation: ActivationName, kind: LossKind) => Problem>> = {
  'scores of ±1e4'(activation, kind) {
    const problem = usual([3, 4, 3], activation, kind)
    return { ...problem, parameters: withLarge(problem.parameters, 1, 1e4) }
  },
  'pre-activations of ±1e4 in a hidden layer'(activation, kind) {
    const problem = usual([3, 4, 3], activation, kind)
    return { ...problem, parameters: withLarge(problem.parameters, 0, 1e4) }
  },
  'inputs of ±1e4'(activation, kind) {
    const problem = usual([3, 4, 3], activation, kind)
    return { ...problem, batch: { ...problem.batch, X: scaled(problem.batch.X, 1e4) } }
  },
  'a batch of one': (activation, kind) => usual([3, 4, 3], activation, kind, 1),
  'one unit a layer, one input': (activation, kind) => usual([1, 1, 1], activation, kind),
  'ten layers': (activation, kind) => usual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], activation, kind),
  'no hidden layer': (activation, kind) => usual([3, 3], activation, kind),
  'constant features'(activation, kind) {
    const problem = usual([3, 4, 3], activation, kind)
    const { X, targets } = problem.batch
    return { ...problem, batch: { X: { ...X, data: X.data.map(() => 1) }, targets } }
  },
  'features that are all zero'(activation, kind) {
    const problem = usual([3, 4, 3], activation, kind)
    return { ...problem, batch: { ...problem.batch, X: scaled(problem.batch.X, 0) } }
  },
  'weights that are all zero'(activation, kind) {
    const problem = usual([3, 4, 3], activation, kind)
    return { ...problem, parameters: initialParameters(problem.network, 1, 'f64', 'zeros') }
  }
}

function expectFinite(matrices: readonly (Matrix | null)[]): void {
  for (const matrix of matrices) expect([...(matrix?.data ?? [])].every(Number.isFinite)).toBe(true)
}

function expectNoNaN(report: GradientCheckReport): void {
  for (const column of [report.analytic, report.numeric, report.absolute, report.relative, report.step, report.error]) {
    expect([...column].every(Number.isFinite)).toBe(true)
  }
  const { dataLoss, startLoss } = report.sanity
  const figures = [report.loss, report.worstRelative, dataLoss, startLoss.value]
  const directions = report.directions.flatMap(({ reverse, forward: carried, numeric }) => [reverse, carried, numeric])
  expect([...figures, ...directions].every(Number.isFinite)).toBe(true)
}

const table = Object.keys(extremes).flatMap((name) => activationNames.map((activation) => [name, activation] as const))

describe('at an extreme every figure is finite and every gradient is confirmed', () => {
  it.each(table)('%s: %s, with every loss', (name, activation) => {
    for (const kind of lossKinds) {
      const { network, parameters, batch } = extremes[name](activation, kind)
      const objective = { loss: { kind }, regularization: { l1: 1e-3, l2: 1e-3 } } as const
      const cache = forward(network, parameters, batch.X)
      const { gradients, gradX } = backward(network, parameters, cache, batch.targets, objective)
      expectFinite([outputsOf(cache), gradX, ...gradients.flatMap(({ W, b }) => [W, b])])
      const report = checkGradients({ network, objective, parameters, batch })
      expectNoNaN(report)
      expect([kind, report.failed, report.isWrong]).toEqual([kind, 0, false])
    }
  })
})

describe('beyond what a double can hold', () => {
  const kinds = ['mean-squared-error', 'softmax-cross-entropy', 'multiclass-hinge'] as const

  it.each(kinds)('%s is refused by name', (kind) => {
    const { network, parameters, batch } = usual([3, 4, 3], 'linear', kind)
    const huge = withLarge(withLarge(parameters, 0, 1e200), 1, 1e200)
    const objective = { loss: { kind }, regularization: {} }
    expect(() => checkGradients({ network, objective, parameters: huge, batch })).toThrow(AppError)
  })

  it('a step that would change nothing is made as long as it must be', () => {
    const { network, parameters, batch } = usual([2, 2], 'linear', 'mean-absolute-error')
    const far = parameters.map(({ W, b }) => ({ W, b: b && scaled(b, 1e13) }))
    const objective = { loss: { kind: 'mean-absolute-error' }, regularization: {} } as const
    const report = checkGradients({ network, objective, parameters: far, batch })
    expectNoNaN(report)
    expect([report.failed, report.isWrong]).toEqual([0, false])
  })
})
