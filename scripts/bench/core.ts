import {
  GradientCheck,
  backward,
  checkWork,
  createRandom,
  describeNetwork,
  forward,
  initialParameters,
  parameterCount,
  totalLoss,
  zeros,
  type CheckScope,
  type NetworkSpec,
  type Objective,
  type Parameters,
  type Samples
} from '#core'

/** The network, batch and loss that the reference path is measured on. */
const network: NetworkSpec = {
  inputs: 64,
  layers: [
    { units: 128, activation: 'relu' },
    { units: 10, activation: 'linear' }
  ]
}
const ROWS = 64
const objective: Objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 1e-4 } }

/** Runs whose times do not count, until the code is compiled, and runs that the median is taken of. */
const WARM_UP = 50
const RUNS = 201

export interface CheckFigures {
  readonly seconds: number
  readonly parameters: number
  readonly directions: number
  readonly failed: number
  readonly kinks: number
  readonly worstRelativeError: number
}

export interface CoreFigures {
  readonly network: string
  readonly batchRows: number
  readonly parameters: number
  /** The median of one pass forwards and backwards, with the loss and the regularizer. */
  readonly forwardBackward: { readonly microseconds: number; readonly runs: number }
  readonly sampledCheck: CheckFigures
  /** `estimatedSeconds`: what the sampled check's time foretold. */
  readonly fullCheck: CheckFigures & { readonly estimatedSeconds: number }
}

function batchOf(seed: number): Samples {
  const random = createRandom(seed)
  const X = zeros(ROWS, network.inputs)
  for (let e = 0; e < X.data.length; e++) X.data[e] = random.normal()
  return { X, targets: { kind: 'classes', classes: Int32Array.from({ length: ROWS }, () => random.below(10)) } }
}

function medianMicroseconds(parameters: Parameters, { X, targets }: Samples, now: () => number): number {
  const times: number[] = []
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const start = now()
    const cache = forward(network, parameters, X)
    totalLoss(parameters, cache, targets, objective)
    backward(network, parameters, cache, targets, objective)
    if (run >= WARM_UP) times.push(now() - start)
  }
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2] * 1000
}

function measuredCheck(parameters: Parameters, batch: Samples, scope: CheckScope, now: () => number): CheckFigures {
  const start = now()
  const check = new GradientCheck({ network, objective, parameters, batch, scope })
  while (check.next());
  const { checked: parametersChecked, directions, failed, kinks, worstRelative } = check.report()
  return {
    seconds: (now() - start) / 1000,
    parameters: parametersChecked,
    directions: directions.length,
    failed,
    kinks,
    worstRelativeError: worstRelative
  }
}

/** Measures the reference path and the gradient check on it. `now` answers in milliseconds. */
export function measureCore(now: () => number): CoreFigures {
  const parameters = initialParameters(network, 1)
  const batch = batchOf(2)
  const microseconds = medianMicroseconds(parameters, batch, now)
  // The first check compiles what both run; the second is what a user waits for.
  measuredCheck(parameters, batch, 'sampled', now)
  const sampledCheck = measuredCheck(parameters, batch, 'sampled', now)
  const ratio = checkWork(network, ROWS, 'all') / checkWork(network, ROWS, 'sampled')
  const estimatedSeconds = sampledCheck.seconds * ratio
  return {
    network: describeNetwork(network),
    batchRows: ROWS,
    parameters: parameterCount(network),
    forwardBackward: { microseconds, runs: RUNS },
    sampledCheck,
    fullCheck: { ...measuredCheck(parameters, batch, 'all', now), estimatedSeconds }
  }
}

/** The figures as lines of text. `platform` names what they were measured on. */
export function coreTable(figures: CoreFigures, platform: string): string[] {
  const { network, batchRows, parameters, forwardBackward, sampledCheck, fullCheck } = figures
  const check = (one: CheckFigures) =>
    `${one.seconds.toFixed(2)} s   ${one.parameters} parameters, ${one.directions} directions; ` +
    `${one.failed} failed, ${one.kinks} kinks, worst relative error ${one.worstRelativeError.toExponential(1)}`
  return [
    `${network}, ${parameters} parameters, batch ${batchRows}, float64, plain kernels, ${platform}`,
    `forward and backward    ${(forwardBackward.microseconds / 1000).toFixed(2)} ms  median of ${forwardBackward.runs}`,
    `sampled gradient check  ${check(sampledCheck)}`,
    `full gradient check     ${check(fullCheck)}; foretold ${fullCheck.estimatedSeconds.toFixed(1)} s`
  ]
}
