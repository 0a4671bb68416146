import { AppError } from '../messages/app-error'
import { elementwiseProduct } from '../tensor/products'
import { backward, dataLoss, totalLoss, type Objective } from '../network/backward'
import { forward, type LayerCache } from '../network/forward'
import { copyParameters, namedTensors, type NamedTensor, type Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { activationOf } from '../nn/activations'
import { lossOf, type BoundLoss } from '../nn/losses'
import { penalty } from '../nn/regularizers'
import { gatherTargets, type Samples, type Targets } from '../nn/targets'
import { copy, shapeOf, type Matrix } from '../tensor/matrix'
import { hasKinks, sameSigns, sameTermBranches, sameUnitBranches } from './branches'

/** A network, its training objective, and the batch whose loss is differentiated. */
export interface CheckProblem {
  readonly network: NetworkSpec
  readonly objective: Objective
  /** In any precision; checked on a float64 copy. */
  readonly parameters: Parameters
  readonly batch: Samples
  /** Fixed dropout masks, one entry for each layer, as in `forward`; without them nothing is dropped. */
  readonly masks?: readonly (Matrix | null)[]
  /**
   * The gradients to be checked, in the form of the parameters, such as a student's. Those of our own backward pass unless given.
   */
  readonly gradients?: Parameters
}

/**
 * 2⁻²⁶: a step along a direction below this fraction of the largest element would lose more than half of its digits to rounding.
 */
const HALF_THE_DIGITS = 1.4901161193847656e-8

/** A difference quotient, and whether there is a kink between its two points. */
export interface Quotient {
  readonly numeric: number
  readonly crossedKink: boolean
}

/** A forward pass from some layer on, with its loss. */
interface Pass {
  readonly cache: readonly LayerCache[]
  /** The data loss of each row as if it were the whole batch. */
  readonly rowLosses: Float64Array
  readonly branches: Uint8Array
}

/** The two points of a difference quotient. */
interface TwoPoints {
  readonly above: Pass
  readonly below: Pass
  /** The values that were changed, at the two points. */
  readonly high: Float64Array
  readonly low: Float64Array
  readonly distance: number
}

/**
 * The total loss of one batch as a function of the parameters, in float64: its value, the gradients to be checked, and its central
 * difference quotients, with the actual steps:
 *
 *   n = (L(p + h) − L(p − h)) / ((p + h) − (p − h))
 *
 * L⁺ − L⁻ is summed from the differences of its terms, row by row and weight by weight: two complete sums would differ by rounding, which
 * grows with the size of the batch and of the network. Values that a step does not change are not recomputed (the layers before it, the
 * other columns of its layer's Z, the penalties of the other weights); recomputed values have the same bits as in a complete pass.
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
  private readonly cache: readonly LayerCache[]
  private readonly loss: BoundLoss
  private own: readonly NamedTensor[] | null = null
  private readonly rowTargets: readonly Targets[]

  constructor({ network, objective, parameters, batch, masks = [], gradients }: CheckProblem) {
    this.network = network
    this.objective = objective
    this.parameters = copyParameters(parameters, 'f64')
    this.batch = inFloat64(batch)
    this.masks = masks.map((mask) => mask && copy(mask, 'f64'))
    this.loss = lossOf(objective.loss)
    this.rowTargets = Array.from({ length: batch.X.rows }, (_, i) => gatherTargets(this.batch.targets, [i]))
    this.cache = forward(network, this.parameters, this.batch.X, 0, this.masks)
    this.value = totalLoss(this.parameters, this.cache, this.batch.targets, objective)
    this.requireDeterministic()
    this.dataLoss = dataLoss(this.cache, this.batch.targets, objective.loss)
    this.penalty = penalty(
      this.parameters.map(({ W }) => W),
      objective.regularization
    )
    this.tensors = namedTensors(this.parameters)
    this.gradients = gradients ? externalGradients(gradients, this.tensors) : this.ownGradients
    this.gradients.forEach(requireFinite)
    this.smooth = !hasKinks(network, objective)
  }

  /** Our own gradients, one for each tensor; computed when first read, which they are not where others are given. */
  get ownGradients(): readonly NamedTensor[] {
    this.own ??= namedTensors(backward(this.network, this.parameters, this.cache, this.batch.targets, this.objective).gradients)
    return this.own
  }

  /** Computes the quotient with respect to one element of a tensor, both given by index. Throws: numeric. */
  byElement(tensor: number, element: number, h: number): Quotient {
    const {
      layer,
      matrix: { data, columns }
    } = this.tensors[tensor]
    const kept = data[element]
    const step = effectiveStep(kept, h)
    const at = (value: number): Pass => {
      data[element] = value
      return this.passWithColumn(layer - 1, element % columns)
    }
    const above = at(kept + step)
    const below = at(kept - step)
    data[element] = kept
    const [high, low] = [Float64Array.of(kept + step), Float64Array.of(kept - step)]
    return this.quotient(tensor, { above, below, high, low, distance: high[0] - low[0] })
  }

  /**
   * Computes the quotient along a direction with the shape of one tensor; h grows with the weights.
   * Throws: numeric.
   */
  along(tensor: number, direction: Matrix, h: number): Quotient {
    const {
      layer,
      matrix: { data }
    } = this.tensors[tensor]
    const kept = Float64Array.from(data)
    const step = Math.max(h, HALF_THE_DIGITS * kept.reduce((top, value) => Math.max(top, Math.abs(value)), 0))
    const [high, low] = [step, -step].map((signed) => kept.map((value, e) => value + signed * direction.data[e]))
    const at = (values: Float64Array): Pass => {
      data.set(values)
      return this.pass(forward(this.network, this.parameters, this.cache[layer - 1].input, layer - 1, this.masks))
    }
    const above = at(high)
    const below = at(low)
    data.set(kept)
    return this.quotient(tensor, { above, below, high, low, distance: 2 * step })
  }

  private requireDeterministic(): void {
    if (!Number.isFinite(this.value)) throw new AppError('numeric.not-finite')
    const cache = forward(this.network, this.parameters, this.batch.X, 0, this.masks)
    const again = totalLoss(this.parameters, cache, this.batch.targets, this.objective)
    if (again !== this.value) throw new AppError('numeric.not-deterministic', { first: this.value, second: again })
  }

  private quotient(tensor: number, { above, below, high, low, distance }: TwoPoints): Quotient {
    const { name, layer, kind } = this.tensors[tensor]
    const { l1 = 0 } = this.objective.regularization
    const isWeight = kind === 'weights'
    const difference = this.dataDifference(above, below) + (isWeight ? this.penaltyDifference(high, low) : 0)
    const numeric = difference / distance
    if (!Number.isFinite(numeric)) {
      throw new AppError('numeric.neighbour-not-finite', { tensor: name, step: distance / 2 })
    }
    const isSame =
      sameUnitBranches(this.network, layer - 1, below.cache, above.cache) &&
      sameTermBranches(below.branches, above.branches) &&
      (!isWeight || l1 === 0 || sameSigns(low, high))
    return { numeric, crossedKink: !isSame }
  }

  private dataDifference(above: Pass, below: Pass): number {
    let sum = 0
    for (let i = 0; i < above.rowLosses.length; i++) sum += above.rowLosses[i] - below.rowLosses[i]
    return this.objective.loss.reduction === 'sum' ? sum : sum / above.rowLosses.length
  }

  private penaltyDifference(high: Float64Array, low: Float64Array): number {
    const of = (data: Float64Array) => penalty([{ rows: 1, columns: 1, data }], this.objective.regularization)
    let sum = 0
    for (let e = 0; e < high.length; e++) sum += of(high.subarray(e, e + 1)) - of(low.subarray(e, e + 1))
    return sum
  }

  private pass(cache: readonly LayerCache[]): Pass {
    const { Z, A } = cache[cache.length - 1]
    const output = this.loss.reads === 'logits' ? Z : A
    const { columns, data } = output
    const rowLosses = Float64Array.from(this.rowTargets, (targets, i) =>
      this.loss.value({ rows: 1, columns, data: data.subarray(i * columns, (i + 1) * columns) }, targets)
    )
    return { cache, rowLosses, branches: this.loss.branches(output, this.batch.targets) }
  }

  /**
   * Computes the pass from a layer on after weights or the bias of one of its units changed: only that column of its Z is new.
   */
  private passWithColumn(layer: number, column: number): Pass {
    const { input, mask, ...before } = this.cache[layer]
    const { W, b } = this.parameters[layer]
    const { value } = activationOf(this.network.layers[layer].activation)
    const Z = copy(before.Z)
    const A = copy(before.A)
    for (let i = 0; i < Z.rows; i++) {
      let sum = 0
      for (let k = 0; k < input.columns; k++) sum += input.data[i * input.columns + k] * W.data[k * W.columns + column]
      if (b) sum += b.data[column]
      Z.data[i * Z.columns + column] = sum
      A.data[i * Z.columns + column] = value(sum)
    }
    const next = mask ? elementwiseProduct(A, mask) : A
    return this.pass([{ input, Z, A }, ...forward(this.network, this.parameters, next, layer + 1, this.masks)])
  }
}

/** Returns the smallest h · 2^k that changes the value: below the value's last place, a step has no effect. */
function effectiveStep(value: number, h: number): number {
  let step = h
  while (value + step === value - step) step *= 2
  return step
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
