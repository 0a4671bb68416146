import {
  activationNames,
  backward,
  checkGradients,
  createRandom,
  forward,
  freshOptimizerState,
  lossKinds,
  losses,
  passes,
  takeStep,
  verdicts,
  type GradientCheckOptions,
  type LossKind,
  type Matrix,
  type Objective,
  type Random
} from '#core'
import { networkOf, parametersFor, samplesFor } from './problems'

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)]
}

function scale({ data }: Matrix, factor: number): void {
  for (let e = 0; e < data.length; e++) data[e] *= factor
}

/** A random network of ordinary size: every activation and loss, zero to three hidden layers, with and without regularizers and biases. */
export function ordinaryProblem(seed: number): GradientCheckOptions {
  const random = createRandom(seed)
  const kind = pick(random, lossKinds)
  const sizes = Array.from({ length: 2 + random.below(4) }, () => 1 + random.below(7))
  if (losses[kind].targets === 'classes') sizes[sizes.length - 1] = 2 + random.below(4)
  const network = { ...networkOf(sizes, pick(random, activationNames), kind), bias: random.below(5) > 0 }
  const regularization = pick(random, [{}, { l2: 0.01 }, { l1: 0.001 }, { l1: 0.001, l2: 0.01 }])
  const all = parametersFor(network, seed)
  return {
    network,
    objective: { loss: { kind }, regularization },
    parameters: network.bias ? all : all.map(({ W }) => ({ W, b: null })),
    batch: samplesFor(network, kind, seed, 1 + random.below(24)),
    seed
  }
}

/** The same with inputs, targets and weights whose magnitudes are between 1e-3 and 1e7. */
export function scaledProblem(seed: number): GradientCheckOptions {
  const problem = ordinaryProblem(seed + 100_000)
  const random = createRandom(seed)
  const magnitude = () => pick(random, [1e-3, 1e-2, 0.1, 1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7])
  scale(problem.batch.X, magnitude())
  const { targets } = problem.batch
  if (targets.kind === 'values' && problem.objective.loss.kind !== 'binary-cross-entropy') scale(targets.values, magnitude())
  const layer = random.below(problem.parameters.length)
  scale(problem.parameters[layer].W, pick(random, [1e-3, 0.1, 1, 10, 1e3]))
  return problem
}

/** Columns as they are found in tables that nobody scaled: a size and a spread. */
const columns: readonly (readonly [string, number, number])[] = [
  ['income', 48_000, 18_000],
  ['population', 2_500_000, 2_000_000],
  ['year', 1990, 20],
  ['pixel', 128, 75],
  ['altitude', 600, 450],
  ['mass in kg', 0.003, 0.001]
]

const forms = [
  { hidden: [], activation: 'linear' },
  { hidden: [8], activation: 'tanh' },
  { hidden: [6], activation: 'relu' },
  { hidden: [6, 5], activation: 'sigmoid' }
] as const

/** 144 runs on unscaled tables: 6 columns × 4 networks × 6 losses, after twenty steps at a rate that such inputs allow. */
export const unscaledRuns = columns.length * forms.length * 6

export function unscaledProblem(number: number): GradientCheckOptions {
  const [, center, spread] = columns[number % columns.length]
  const { hidden, activation } = forms[Math.floor(number / columns.length) % forms.length]
  const kind: LossKind = lossKinds[Math.floor(number / (columns.length * forms.length)) % lossKinds.length]
  const outputs = losses[kind].targets === 'classes' ? 3 : 1
  const network = networkOf([3, ...hidden, outputs], activation, kind)
  const batch = samplesFor(network, kind, number, 30)
  const { data } = batch.X
  for (let e = 0; e < data.length; e++) if (e % 3 < 2) data[e] = center + spread * data[e]
  const objective: Objective = { loss: { kind }, regularization: {} }
  const parameters = parametersFor(network, number)
  const optimizer = { kind: 'sgd' } as const
  let state = freshOptimizerState(optimizer, parameters)
  const learningRate = 0.01 / Math.max(1, center * center)
  for (let step = 1; step <= 20; step++) {
    ;({ state } = takeStep(parameters, state, batch, { network, objective, optimizer, learningRate, clip: null, step }))
  }
  return { network, objective, parameters, batch, seed: number }
}

/** A problem with its own gradients times a factor, as gradients from outside. */
export function withFactor(problem: GradientCheckOptions, factor: number): GradientCheckOptions {
  if (factor === 1) return problem
  const { network, parameters, batch, objective } = problem
  const { gradients } = backward(network, parameters, forward(network, parameters, batch.X), batch.targets, objective)
  for (const { W, b } of gradients) for (const g of [W, b]) g?.data.forEach((_, e) => (g.data[e] *= factor))
  return { ...problem, gradients }
}

/** The results of the checks of many networks, in numbers of networks and parameters. */
export interface StudyFigures {
  readonly networks: number
  /** Networks of which something is found wrong. */
  readonly accused: number
  readonly passed: number
  readonly failed: number
  readonly kinks: number
  readonly tooSmall: number
  readonly unreliable: number
  /** Parameters confirmed although their gradient is not 0; with a factor that makes it wrong, misses. */
  readonly confirmed: number
}

export function figuresOf(seeds: readonly number[], make: (seed: number) => GradientCheckOptions): StudyFigures {
  const figures = { networks: 0, accused: 0, passed: 0, failed: 0, kinks: 0, tooSmall: 0, unreliable: 0, confirmed: 0 }
  for (const seed of seeds) {
    const report = checkGradients(make(seed))
    figures.networks += 1
    if (report.isWrong) figures.accused += 1
    for (const key of ['passed', 'failed', 'kinks', 'tooSmall', 'unreliable'] as const) figures[key] += report[key]
    report.verdict.forEach((verdict, p) => {
      if (passes(verdicts[verdict]) && (report.analytic[p] !== 0 || report.numeric[p] !== 0)) figures.confirmed += 1
    })
  }
  return figures
}
