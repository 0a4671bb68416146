import { metricOf } from '../metrics/metric'
import { isPositive, predictedClasses } from '../metrics/predicted-classes'
import { rSquared } from '../metrics/r-squared'
import { squaredResiduals } from '../metrics/squared-residuals'
import { dataLoss } from '../network/backward'
import { forward, outputsOf } from '../network/forward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { LossSpec } from '../nn/losses'
import { gatherSamples, targetCount, type Samples, type Targets } from '../nn/targets'
import type { Arithmetic } from '../tensor/arithmetic'
import type { Matrix } from '../tensor/matrix'

/** The data loss (without regularizer) and the metric over a whole set. NaN for an empty set. */
export interface Evaluation {
  readonly loss: number
  readonly metric: number
}

/** Rows evaluated at once: enough for speed, few enough that the activations stay in the cache. */
export const CHUNK = 1024

/** The number of right answers: the largest score, or a probability of at least one half for the positive class. */
function countRight(outputs: Matrix, targets: Targets): number {
  let right = 0
  if (targets.kind === 'classes') {
    const predicted = predictedClasses(outputs)
    targets.classes.forEach((truth, i) => (right += predicted[i] === truth ? 1 : 0))
  } else {
    targets.values.data.forEach((truth, e) => (right += isPositive(outputs.data[e]) === isPositive(truth) ? 1 : 0))
    right /= targets.values.columns
  }
  return right
}

/** Evaluates a network on every sample of a set, in chunks of rows of a fixed size, so that the order of every sum is fixed. */
export function evaluate(
  network: NetworkSpec,
  parameters: Parameters,
  samples: Samples,
  spec: LossSpec,
  arithmetic?: Arithmetic
): Evaluation {
  const count = targetCount(samples.targets)
  if (count === 0) return { loss: NaN, metric: NaN }
  const metric = metricOf(spec)
  const summed = spec.reduction === 'sum'
  let lossSum = 0
  let metricSum = 0
  for (let start = 0; start < count; start += CHUNK) {
    const size = Math.min(CHUNK, count - start)
    const chunk =
      size === count
        ? samples
        : gatherSamples(
            samples,
            Int32Array.from({ length: size }, (_, i) => start + i)
          )
    const cache = forward(network, parameters, chunk.X, 0, [], arithmetic)
    lossSum += dataLoss(cache, chunk.targets, spec) * (summed ? 1 : size)
    const outputs = outputsOf(cache)
    if (metric === 'accuracy') metricSum += countRight(outputs, chunk.targets)
    else if (chunk.targets.kind === 'values') metricSum += squaredResiduals(outputs, chunk.targets.values)
  }
  const { targets } = samples
  const r2 = metric === 'r2' && targets.kind === 'values'
  return { loss: summed ? lossSum : lossSum / count, metric: r2 ? rSquared(metricSum, targets.values) : metricSum / count }
}
