import { LabError } from '../errors'
import { backward, totalLoss, type Objective } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { copyParameters, namedTensors, type NamedTensor, type Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { Samples } from '../nn/targets'
import { copy, precisionOf } from '../tensor/matrix'
import { sameBranches } from './branches'
import { passes, relativeError, relativeErrorFloor, verdictOf, verdicts, type Verdict } from './verdict'

/** The step of the central difference unless told otherwise: near the cube root of the machine precision, where it is most exact. */
export const defaultEpsilon = 1e-5

/** The smallest step that a kink is tried again with. */
const SMALLEST_STEP = 1e-7

export interface GradientCheckOptions {
  readonly network: NetworkSpec
  readonly objective: Objective
  /** In any precision; checked on a float64 copy. */
  readonly parameters: Parameters
  readonly batch: Samples
  /** The step h of the difference quotient. */
  readonly epsilon?: number
}

/** One tensor's share of a gradient check. */
export interface TensorCheck {
  readonly name: string
  readonly shape: readonly [number, number]
  readonly checked: number
  readonly passed: number
  readonly failed: number
  readonly kinks: number
  /** The largest relative error outside kinks. */
  readonly worstRelative: number
  /** The largest |analytic gradient|. */
  readonly largestAnalytic: number
  /** ‖g₃₂ − g₆₄‖ / ‖g₆₄‖ when the network trains in float32: its backward pass against the float64 one. */
  readonly float32Difference?: number
}

/** A whole gradient check as plain data: one array a figure, one entry a parameter, tensors in order. */
export interface GradientCheckReport {
  readonly epsilon: number
  /** The total loss of the batch. */
  readonly loss: number
  /** τ of the relative error. */
  readonly floor: number
  readonly batchRows: number
  /** checked = passed + failed + kinks. */
  readonly checked: number
  readonly passed: number
  readonly failed: number
  readonly kinks: number
  /** The largest relative error outside kinks. */
  readonly worstRelative: number
  readonly tensors: readonly TensorCheck[]
  /** Index into `tensors`. */
  readonly tensor: Uint16Array
  readonly row: Int32Array
  /** −1 for a bias. */
  readonly column: Int32Array
  readonly value: Float64Array
  readonly analytic: Float64Array
  readonly numeric: Float64Array
  readonly absolute: Float64Array
  readonly relative: Float64Array
  /** Index into `verdicts`. */
  readonly verdict: Uint8Array
}

interface Quotient {
  readonly numeric: number
  readonly crossedKink: boolean
}

/**
 * Compares every gradient of backpropagation with a central difference, in float64 throughout:
 *
 *   n = (L(p + h) − L(p − h)) / ((p + h) − (p − h)),   r = |a − n| / max(|a| + |n|, τ)
 *
 * One parameter at a time, so that a caller can show progress or stop. Where p − h and p + h lie on different branches of a kink, h
 * is divided by ten down to 1e-7, the thresholds growing tenfold each time; if it still crosses, the verdict is `kink`, no fault.
 * Where the formula's own error (∝ h²) explains the difference, as Richardson's extrapolation from h and h/2 shows, it is
 * `epsilon-too-large`.
 * Throws: numeric, when the loss is not finite or differs between two evaluations.
 * Source: CS231n notes "Neural Networks 3" (gradient checks); L. F. Richardson, 1911 (extrapolation).
 */
export class GradientCheck {
  readonly total: number
  private readonly network: NetworkSpec
  private readonly objective: Objective
  private readonly batch: Samples
  private readonly epsilon: number
  private readonly parameters: Parameters
  private readonly cache: readonly LayerCache[]
  private readonly loss: number
  private readonly floor: number
  private readonly tensors: readonly NamedTensor[]
  private readonly slopes: readonly NamedTensor[]
  private readonly differences: readonly (number | undefined)[]
  private readonly columns: Pick<
    GradientCheckReport,
    'tensor' | 'row' | 'column' | 'value' | 'analytic' | 'numeric' | 'absolute' | 'relative' | 'verdict'
  >
  private checked = 0
  private tensorIndex = 0
  private element = 0

  constructor({ network, objective, parameters, batch, epsilon = defaultEpsilon }: GradientCheckOptions) {
    this.network = network
    this.objective = objective
    this.epsilon = epsilon
    this.parameters = copyParameters(parameters, 'f64')
    this.batch = inFloat64(batch)
    this.cache = forward(network, this.parameters, this.batch.X)
    this.loss = totalLoss(this.parameters, this.cache, this.batch.targets, objective)
    this.requireDeterministic()
    this.floor = relativeErrorFloor(this.loss, epsilon)
    this.tensors = namedTensors(this.parameters)
    this.slopes = namedTensors(backward(network, this.parameters, this.cache, this.batch.targets, objective).gradients)
    this.differences = float32Differences({ network, objective, parameters, batch }, this.slopes)
    this.total = this.tensors.reduce((sum, { matrix }) => sum + matrix.data.length, 0)
    this.columns = {
      tensor: new Uint16Array(this.total),
      row: new Int32Array(this.total),
      column: new Int32Array(this.total),
      value: new Float64Array(this.total),
      analytic: new Float64Array(this.total),
      numeric: new Float64Array(this.total),
      absolute: new Float64Array(this.total),
      relative: new Float64Array(this.total),
      verdict: new Uint8Array(this.total)
    }
  }

  /** Parameters checked so far. */
  get done(): number {
    return this.checked
  }

  /** Checks the next parameter; false when none is left. */
  next(): boolean {
    if (this.checked === this.total) return false
    const { layer, matrix, kind } = this.tensors[this.tensorIndex]
    const e = this.element
    const analytic = this.slopes[this.tensorIndex].matrix.data[e]
    const judged = this.judge(layer - 1, matrix.data, e, analytic)
    const { columns } = this
    const at = this.checked
    columns.tensor[at] = this.tensorIndex
    columns.row[at] = kind === 'bias' ? e : Math.floor(e / matrix.columns)
    columns.column[at] = kind === 'bias' ? -1 : e % matrix.columns
    columns.value[at] = matrix.data[e]
    columns.analytic[at] = analytic
    columns.numeric[at] = judged.numeric
    columns.absolute[at] = Math.abs(analytic - judged.numeric)
    columns.relative[at] = judged.relative
    columns.verdict[at] = verdicts.indexOf(judged.verdict)
    this.checked += 1
    this.element += 1
    if (this.element === matrix.data.length) {
      this.element = 0
      this.tensorIndex += 1
    }
    return true
  }

  /** What has been checked so far, summed up. */
  report(): GradientCheckReport {
    const tensors = this.tensors.map((tensor, index) => this.summarize(tensor, index))
    const sum = (key: 'checked' | 'passed' | 'failed' | 'kinks') => tensors.reduce((total, tensor) => total + tensor[key], 0)
    return {
      ...this.columns,
      epsilon: this.epsilon,
      loss: this.loss,
      floor: this.floor,
      batchRows: this.batch.X.rows,
      checked: sum('checked'),
      passed: sum('passed'),
      failed: sum('failed'),
      kinks: sum('kinks'),
      worstRelative: Math.max(0, ...tensors.map(({ worstRelative }) => worstRelative)),
      tensors
    }
  }

  private requireDeterministic(): void {
    if (!Number.isFinite(this.loss)) throw new LabError('numeric.not-finite')
    const again = totalLoss(
      this.parameters,
      forward(this.network, this.parameters, this.batch.X),
      this.batch.targets,
      this.objective
    )
    if (again !== this.loss) throw new LabError('numeric.not-deterministic', { first: this.loss, second: again })
  }

  private judge(layer: number, data: Float64Array | Float32Array, e: number, analytic: number) {
    let h = this.epsilon
    let looser = 1
    let quotient = this.quotient(layer, data, e, h)
    while (quotient.crossedKink && h / 10 >= SMALLEST_STEP * 0.999) {
      h /= 10
      looser *= 10
      quotient = this.quotient(layer, data, e, h)
    }
    const relative = relativeError(analytic, quotient.numeric, relativeErrorFloor(this.loss, h))
    const verdict: Verdict = quotient.crossedKink ? 'kink' : verdictOf(relative / looser)
    if (quotient.crossedKink || passes(verdict)) return { numeric: quotient.numeric, relative, verdict }
    const explained = this.explainedByStep(layer, data, e, h, quotient.numeric, analytic)
    return { numeric: quotient.numeric, relative, verdict: explained ? 'epsilon-too-large' : verdict }
  }

  /** Whether (4·n(h/2) − n(h)) / 3, which has no error of order h², agrees with the analytic gradient. */
  private explainedByStep(layer: number, data: Float64Array | Float32Array, e: number, h: number, coarse: number, analytic: number) {
    const half = this.quotient(layer, data, e, h / 2)
    if (half.crossedKink) return false
    const extrapolated = (4 * half.numeric - coarse) / 3
    return passes(verdictOf(relativeError(analytic, extrapolated, this.floor)))
  }

  private quotient(layer: number, data: Float64Array | Float32Array, e: number, h: number): Quotient {
    const kept = data[e]
    const above = kept + h
    const below = kept - h
    data[e] = above
    const cacheAbove = this.forwardFrom(layer)
    const lossAbove = totalLoss(this.parameters, cacheAbove, this.batch.targets, this.objective)
    data[e] = below
    const cacheBelow = this.forwardFrom(layer)
    const lossBelow = totalLoss(this.parameters, cacheBelow, this.batch.targets, this.objective)
    data[e] = kept
    return {
      numeric: (lossAbove - lossBelow) / (above - below),
      crossedKink: !sameBranches(this.network, layer, cacheBelow, cacheAbove)
    }
  }

  /** The layers before the changed one compute what they did before, so their values are taken from the cache. */
  private forwardFrom(layer: number): LayerCache[] {
    return forward(this.network, this.parameters, this.cache[layer].input, layer)
  }

  private summarize({ name, matrix }: NamedTensor, index: number): TensorCheck {
    const { tensor, verdict, relative, analytic } = this.columns
    const counts = { checked: 0, passed: 0, failed: 0, kinks: 0 }
    let worstRelative = 0
    let largestAnalytic = 0
    for (let p = 0; p < this.checked; p++) {
      if (tensor[p] !== index) continue
      const word = verdicts[verdict[p]]
      counts.checked += 1
      counts[word === 'kink' ? 'kinks' : passes(word) ? 'passed' : 'failed'] += 1
      if (word !== 'kink') worstRelative = Math.max(worstRelative, relative[p])
      largestAnalytic = Math.max(largestAnalytic, Math.abs(analytic[p]))
    }
    const float32Difference = this.differences[index]
    return {
      name,
      shape: [matrix.rows, matrix.columns],
      ...counts,
      worstRelative,
      largestAnalytic,
      ...(float32Difference === undefined ? {} : { float32Difference })
    }
  }
}

function inFloat64({ X, targets }: Samples): Samples {
  return {
    X: copy(X, 'f64'),
    targets: targets.kind === 'values' ? { kind: 'values', values: copy(targets.values, 'f64') } : targets
  }
}

/** ‖g₃₂ − g₆₄‖ / ‖g₆₄‖ of every tensor, for a network that trains in float32; undefined for float64. */
function float32Differences(
  { network, objective, parameters, batch }: GradientCheckOptions,
  slopes: readonly NamedTensor[]
): (number | undefined)[] {
  if (precisionOf(parameters[0].W) === 'f64') return slopes.map(() => undefined)
  const cache = forward(network, parameters, batch.X)
  const coarse = namedTensors(backward(network, parameters, cache, batch.targets, objective).gradients)
  return slopes.map(({ matrix }, t) => {
    let difference = 0
    let size = 0
    matrix.data.forEach((exact, e) => {
      const d = coarse[t].matrix.data[e] - exact
      difference += d * d
      size += exact * exact
    })
    return size === 0 ? Math.sqrt(difference) : Math.sqrt(difference / size)
  })
}

/** Checks every parameter. Throws: numeric, as GradientCheck. */
export function checkGradients(options: GradientCheckOptions): GradientCheckReport {
  const check = new GradientCheck(options)
  while (check.next());
  return check.report()
}
