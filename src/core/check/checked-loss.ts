import { AppError } from '../messages/app-error'
import { product } from '../tensor/products'
import { backward, dataLoss, totalLoss, type Objective } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { copyParameters, namedTensors, type NamedTensor, type Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { losses, lossOf } from '../nn/losses'
import { penalty } from '../nn/regularizers'
import { gatherTargets, type Samples } from '../nn/targets'
import { copy, gatherColumn, shapeOf, type Matrix } from '../tensor/matrix'
import { hasKinks } from './branches'
import type { CheckProblem } from './check-problem'
import { gradientRounding } from './gradient-rounding'
import { basePass, MovedPoint, type BasePass, type Movement } from './moved-point'
import { compareTrained, type TrainedComparison } from './trained-gradients'
import { lossNoise } from './rounding'

/** A central difference quotient. */
export interface Quotient {
  /** NaN where the loss is not finite at one of the two points. */
  readonly numeric: number
  /** Whether there is a kink between its two points. */
  readonly crossedKink: boolean
  /** Whether the loss is the same at both for a reason other than rounding: nothing that the step changes reaches it. */
  readonly isStill: boolean
  /** The rounding error to be expected: that of the loss over the distance of the two points. */
  readonly noise: number
}

const NONE = new Float64Array(0)
const ONE = Float64Array.of(1)

/** A path through the parameters: how the pre-activations and the penalized weights move with it. */
export interface Path extends Movement {
  /** The weights that move, and how far each does for a step of 1; none where a bias moves. */
  readonly weights: Float64Array
  readonly direction: Float64Array
}

/**
 * The total loss of one batch as a function of the parameters, in float64: its value, the gradients to be checked, and its central
 * difference quotients
 *
 *   n = (L(p + h) − L(p − h)) / 2h
 *
 * L⁺ − L⁻ is summed from the differences of its terms, row by row and weight by weight: two complete sums would differ by rounding, which
 * grows with the size of the batch and of the network. Of the two passes only what the step changes is computed: see `MovedPoint`.
 * Throws: numeric, when the loss or a gradient is not finite, or two evaluations of the loss differ; shape.
 */
export class CheckedLoss {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly parameters: Parameters
  readonly batch: Samples
  readonly masks: readonly (Matrix | null)[]
  /** The total loss, and its two parts. */
  readonly value: number
  readonly dataLoss: number
  readonly penalty: number
  readonly tensors: readonly NamedTensor[]
  /** The gradients to be checked, one for each tensor. */
  readonly gradients: readonly NamedTensor[]
  /** Whether there is no kink anywhere. */
  readonly smooth: boolean
  /** The gradients of the kernels beside our own; null where none are given. */
  readonly trainedComparison: TrainedComparison | null
  private readonly cache: readonly LayerCache[]
  private readonly base: BasePass
  private readonly above: MovedPoint
  private readonly below: MovedPoint
  private readonly rounding: number
  private readonly ones: Float64Array
  private column: { readonly layer: number; readonly feature: number; readonly values: Float64Array } | null = null
  private own: readonly NamedTensor[] | null = null
  private errors: readonly Matrix[] | null = null

  constructor({ network, objective, parameters, batch, masks = [], gradients, trained }: CheckProblem) {
    this.network = network
    this.objective = objective
    this.parameters = copyParameters(parameters, 'f64')
    this.batch = inFloat64(batch)
    this.masks = masks.map((mask) => mask && copy(mask, 'f64'))
    this.cache = forward(network, this.parameters, this.batch.X, 0, this.masks)
    this.value = totalLoss(this.parameters, this.cache, this.batch.targets, objective)
    this.requireDeterministic()
    this.dataLoss = dataLoss(this.cache, this.batch.targets, objective.loss)
    this.penalty = penalty(
      this.parameters.map(({ W }) => W),
      objective.regularization
    )
    this.tensors = namedTensors(this.parameters)
    this.trainedComparison = trained ? compareTrained({ network, objective, parameters, batch, masks, trained }, this.ownGradients) : null
    this.gradients = gradients ? externalGradients(gradients, this.tensors) : (this.trainedComparison?.gradients ?? this.ownGradients)
    this.gradients.forEach(requireFinite)
    this.smooth = !hasKinks(network, objective)
    const { branches }: { branches?: unknown } = losses[objective.loss.kind]
    const { targets } = this.batch
    this.base = basePass({
      network,
      parameters: this.parameters,
      cache: this.cache,
      loss: lossOf(objective.loss),
      hasKinks: branches !== undefined,
      targets,
      rowTargets: Array.from({ length: batch.X.rows }, (_, i) => gatherTargets(targets, [i]))
    })
    this.ones = new Float64Array(batch.X.rows).fill(1)
    this.above = new MovedPoint(this.base)
    this.below = new MovedPoint(this.base)
    this.rounding = this.averaged(lossNoise(this.base))
  }

  /** Our own gradients, one for each tensor; computed when first read, which they are not where others are given. */
  get ownGradients(): readonly NamedTensor[] {
    this.own ??= namedTensors(backward(this.network, this.parameters, this.cache, this.batch.targets, this.objective).gradients)
    return this.own
  }

  /** The rounding error to be expected of each gradient, in the order of the tensors; computed when first read. */
  get gradientErrors(): readonly Matrix[] {
    this.errors ??= gradientRounding(this.network, this.parameters, this.cache, this.batch.targets, this.objective)
    return this.errors
  }

  /** Computes the quotient with respect to one element of a tensor, both given by index. */
  byElement(tensor: number, element: number, h: number): Quotient {
    return this.quotient(this.pathOf(tensor, element), h)
  }

  /** Returns the path of one element of a tensor. */
  pathOf(tensor: number, element: number): Path {
    const { layer, kind, matrix } = this.tensors[tensor]
    const unit = element % matrix.columns
    if (kind === 'bias') return { layer: layer - 1, unit, dZ: this.ones, weights: NONE, direction: NONE }
    const dZ = this.inputColumn(layer - 1, (element - unit) / matrix.columns)
    return { layer: layer - 1, unit, dZ, weights: Float64Array.of(matrix.data[element]), direction: ONE }
  }

  /** Returns the path along a direction with the shape of one tensor. */
  pathAlong(tensor: number, direction: Matrix): Path {
    const { layer, kind, matrix } = this.tensors[tensor]
    const { input, Z } = this.cache[layer - 1]
    const u = Float64Array.from(direction.data)
    if (kind === 'bias') {
      const dZ = Float64Array.from(Z.data, (_, e) => u[e % Z.columns])
      return { layer: layer - 1, unit: -1, dZ, weights: NONE, direction: NONE }
    }
    const dZ = Float64Array.from(product(input, direction).data)
    return { layer: layer - 1, unit: -1, dZ, weights: Float64Array.from(matrix.data), direction: u }
  }

  /**
   * Returns the step along a path that moves no Z by more than ε·max(1, |Z|), and no weight by more than ε·max(1, |W|): what a step does
   * follows from the inputs it is multiplied by.
   */
  stepOf({ layer, unit, dZ, weights, direction }: Path, epsilon: number): number {
    const { columns, data } = this.cache[layer].Z
    let most = 0
    for (let i = 0; i < dZ.length; i++) {
      const z = Math.abs(data[unit < 0 ? i : i * columns + unit])
      most = Math.max(most, Math.abs(dZ[i]) / Math.max(1, z))
    }
    let widest = weights.length > 0 ? 0 : 1
    for (let e = 0; e < weights.length; e++) widest = Math.max(widest, Math.abs(direction[e]) / Math.max(1, Math.abs(weights[e])))
    return epsilon / Math.max(most, widest)
  }

  /** Computes the quotient along a path for a step h. */
  quotient(path: Path, h: number): Quotient {
    this.above.move(path, h)
    this.below.move(path, -h)
    const numeric = (this.dataDifference() + this.penaltyDifference(path, h)) / (2 * h)
    if (!Number.isFinite(numeric)) return { numeric: NaN, crossedKink: false, isStill: false, noise: Infinity }
    const isStill = this.above.isStill && this.below.isStill
    return {
      numeric,
      crossedKink: !this.above.isOnSideOf(this.below) || this.crossesZero(path, h),
      isStill,
      noise: isStill ? 0 : this.rounding / h
    }
  }

  /** The largest |change of Z| / max(1, |Z|) of the last quotient. */
  reach(): number {
    return this.above.reach()
  }

  private requireDeterministic(): void {
    if (!Number.isFinite(this.value)) throw new AppError('numeric.not-finite')
    const cache = forward(this.network, this.parameters, this.batch.X, 0, this.masks)
    const again = totalLoss(this.parameters, cache, this.batch.targets, this.objective)
    if (again !== this.value) throw new AppError('numeric.not-deterministic', { first: this.value, second: again })
  }

  /** A column of a layer's input; the last one is kept, since the weights of one input come one after another. */
  private inputColumn(layer: number, feature: number): Float64Array {
    if (this.column?.layer !== layer || this.column.feature !== feature) {
      this.column = { layer, feature, values: gatherColumn(this.cache[layer].input, feature).data as Float64Array }
    }
    return this.column.values
  }

  /** A sum over the rows, each as if it were the whole batch, as the loss reduces it. */
  private averaged(sum: number): number {
    return this.objective.loss.reduction === 'sum' ? sum : sum / this.base.rowLosses.length
  }

  private dataDifference(): number {
    const [above, below] = [this.above.rowLosses, this.below.rowLosses]
    let sum = 0
    for (let i = 0; i < above.length; i++) sum += above[i] - below[i]
    return this.averaged(sum)
  }

  /** l2·(w₊² − w₋²) + l1·(|w₊| − |w₋|) over the weights that move, w± = w ± h·u; the squares' difference is 4hwu. */
  private penaltyDifference({ weights, direction }: Path, h: number): number {
    const { l1 = 0, l2 = 0 } = this.objective.regularization
    if (l1 === 0 && l2 === 0) return 0
    let sum = 0
    for (let e = 0; e < weights.length; e++) {
      const w = weights[e]
      const change = h * direction[e]
      sum += l2 * 4 * w * change + l1 * (Math.abs(w + change) - Math.abs(w - change))
    }
    return sum
  }

  /** Whether |W| has a kink between the two points. */
  private crossesZero({ weights, direction }: Path, h: number): boolean {
    const { l1 = 0 } = this.objective.regularization
    return l1 !== 0 && weights.some((w, e) => w + h * direction[e] > 0 !== w - h * direction[e] > 0)
  }
}

function inFloat64({ X, targets }: Samples): Samples {
  return {
    X: copy(X, 'f64'),
    targets: targets.kind === 'values' ? { kind: 'values', values: copy(targets.values, 'f64') } : targets
  }
}

/** Converts gradients from outside, which must have the shapes of the parameters. Throws: shape. */
function externalGradients(gradients: Parameters, tensors: readonly NamedTensor[]): readonly NamedTensor[] {
  const named = namedTensors(copyParameters(gradients, 'f64'))
  const list = (all: readonly NamedTensor[]) => all.map(({ name, matrix }) => `dL/d${name} ${shapeOf(matrix)}`).join(', ')
  const expected = list(tensors)
  const actual = list(named)
  if (actual !== expected) throw new AppError('shape.mismatch', { operation: 'gradient check', expected, actual })
  return named
}

function requireFinite({ name, matrix: { data } }: NamedTensor): void {
  for (let element = 0; element < data.length; element++) {
    if (Number.isFinite(data[element])) continue
    throw new AppError('numeric.gradient-not-finite', { tensor: `dL/d${name}`, element, value: data[element] })
  }
}
