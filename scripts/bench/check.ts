import { checkGradients, initialParameters, parameterCount, type GradientCheckOptions } from '#core'
import { networkOf, samplesFor } from '../../tests/support/problems'
import {
  figuresOf,
  ordinaryProblem,
  scaledProblem,
  unscaledProblem,
  unscaledRuns,
  withFactor,
  type StudyFigures
} from '../../tests/support/check-problems'

const RUNS = 9

/** The time of a full check of 64-64-10 on 32 rows. */
export interface CheckTime {
  readonly activation: string
  readonly parameters: number
  readonly milliseconds: number
}

/** Measures the median time of a full check, one thread. `now` answers in milliseconds. */
export function measureCheck(now: () => number): CheckTime[] {
  return (['relu', 'tanh'] as const).map((activation) => {
    const network = { ...networkOf([64, 64, 10], activation, 'softmax-cross-entropy') }
    const problem: GradientCheckOptions = {
      network,
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
      parameters: initialParameters(network, 1),
      batch: samplesFor(network, 'softmax-cross-entropy', 1, 32)
    }
    const times = Array.from({ length: RUNS }, () => {
      const start = now()
      checkGradients(problem)
      return now() - start
    }).sort((a, b) => a - b)
    return { activation, parameters: parameterCount(network), milliseconds: times[(RUNS - 1) / 2] }
  })
}

/** The networks of each kind, and how many of them are checked. */
const kinds = [
  ['ordinary', ordinaryProblem, 2500],
  ['magnitudes 1e-3 … 1e7', scaledProblem, 600],
  ['unscaled tables', unscaledProblem, unscaledRuns]
] as const

/** Checks the gradient of every kind of network as it is, and times a factor; `share` of them. */
export function* studyCheck(
  factors: readonly number[],
  share: number
): Generator<StudyFigures & { readonly kind: string; readonly factor: number }> {
  for (const factor of factors) {
    for (const [kind, make, count] of kinds) {
      const seeds = Array.from({ length: Math.max(1, Math.round(count * share)) }, (_, i) => i + 1)
      yield { kind, factor, ...figuresOf(seeds, (seed) => withFactor(make(seed), factor)) }
    }
  }
}
