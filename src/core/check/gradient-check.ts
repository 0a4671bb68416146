import type { NamedTensor } from '../network/parameters'
import type { Random } from '../random/random'
import type { Matrix } from '../tensor/matrix'
import type { CheckProblem } from './check-problem'
import { CheckedLoss, type Path } from './checked-loss'
import { forwardDerivativeOf, type ForwardDerivative } from './forward-derivative'
import { compareGradient, type Comparison, type ComparisonOptions } from './compare-gradient'
import { requireEpsilon } from './epsilon'
import { absolute } from './gradient-rounding'
import { findOutlier } from './outlier'
import { partNorms } from './part-norms'
import type { MistakeName } from '../mistakes/catalogue'
import { mistakenGradients } from '../mistakes/mistaken-gradients'
import { checkPresetNames, checkPresets, type CheckPresetName } from './presets'
import {
  countTensor,
  emptyColumns,
  outlierOf,
  sumCounts,
  type CheckColumns,
  type DirectionCheck,
  type GradientCheckReport,
  type TensorCheck
} from './report'
import { checkedElements, DIRECTIONS, directionStream, unitDirection, type CheckScope } from './sample'
import { sanityFigures, type SanityFigures } from './sanity'
import { isFailure, passes, verdicts } from './verdict'

/**
 * Default step of the central difference: near the cube root of the machine epsilon, where it is most accurate.
 */
export const defaultEpsilon = checkPresets.strict.epsilon

/** Two orders of summation differ in the last digits of the largest gradient, and by a few of the errors that are estimated. */
const LAST_DIGITS = 1e-13
const ROUNDINGS = 8

export interface GradientCheckOptions extends CheckProblem {
  /** The rule by which a gradient passes; `strict` unless given. */
  readonly preset?: CheckPresetName
  /** The step h of the difference quotient; the preset's own unless given. */
  readonly epsilon?: number
  /** All parameters, or a sample of a large network; `all` unless given. */
  readonly scope?: CheckScope
  /** Seed of the sample and the directions; 0 unless given. */
  readonly seed?: number
  /** A mistake to be made in our own gradients, to see what a failure looks like; none unless given. */
  readonly planted?: MistakeName | null
}

/**
 * Compares gradients (those of backpropagation, or others that are passed in) with a central difference, in float64 throughout, one
 * parameter at a time, so that a caller can show progress or stop; then, for every tensor, the derivative along random directions, where
 * forward mode gives a third value. See `compareGradient` for kinks and steps that are too large, `checkPresets` for the rules.
 * Throws: numeric, when the loss or a gradient is not finite, or the loss differs between two evaluations; shape; spec.within.
 * Source: CS231n notes "Neural Networks Part 3" (gradient checks).
 */
export class GradientCheck {
  /** Number of parameters and directions to check. */
  readonly total: number
  private readonly loss: CheckedLoss
  private readonly rule: ComparisonOptions
  private readonly scope: CheckScope
  private readonly seed: number
  private readonly planted: MistakeName | null
  private readonly elements: readonly Int32Array[]
  private readonly columns: CheckColumns
  private readonly sanity: SanityFigures
  private readonly accepted: Record<CheckPresetName, number>
  private readonly directions: DirectionCheck[] = []
  private readonly parameterCount: number
  /** The largest |gradient| of our own in each tensor. */
  private readonly largest: readonly number[]
  private forwardMode: ForwardDerivative | null = null
  private random: Random | null = null
  private checked = 0
  private tensor = 0
  private place = 0

  constructor(options: GradientCheckOptions) {
    const { preset = 'strict', epsilon = checkPresets[preset].epsilon, scope = 'all', seed = 0, planted = null } = options
    requireEpsilon(epsilon)
    this.loss = new CheckedLoss(planted ? { ...options, gradients: mistakenGradients(options, [{ name: planted, layer: null }]) } : options)
    this.planted = planted
    const { tensors, value, smooth } = this.loss
    this.rule = { preset, epsilon, loss: value, smooth }
    this.scope = scope
    this.seed = seed
    this.elements = tensors.map((tensor, t) => checkedElements(tensor, t, scope, seed))
    this.parameterCount = this.elements.reduce((sum, { length }) => sum + length, 0)
    this.total = this.parameterCount + DIRECTIONS * tensors.length
    this.columns = emptyColumns(this.parameterCount)
    this.largest = this.loss.ownGradients.map(({ matrix }) => largestOf(matrix))
    this.sanity = sanityFigures(this.loss)
    this.accepted = Object.fromEntries(checkPresetNames.map((name) => [name, 0])) as Record<CheckPresetName, number>
  }

  /** Number of parameters and directions checked so far. */
  get done(): number {
    return this.checked + this.directions.length
  }

  /** Checks the next parameter, or the next direction when all parameters are done; false when nothing is left. */
  next(): boolean {
    if (this.done === this.total) return false
    if (this.checked < this.parameterCount) this.checkParameter()
    else this.checkDirection()
    return true
  }

  /** Returns the report on everything checked so far. */
  report(): GradientCheckReport {
    const { loss, columns, directions, sanity, scope, seed } = this
    const tensors = loss.tensors.map((tensor, t) => this.summarize(tensor, t))
    const counts = sumCounts(tensors)
    return {
      ...columns,
      preset: this.rule.preset,
      epsilon: this.rule.epsilon,
      scope,
      seed,
      planted: this.planted,
      loss: loss.value,
      batchRows: loss.batch.X.rows,
      ...counts,
      worstRelative: Math.max(0, ...tensors.map(({ worstRelative }) => worstRelative)),
      acceptedBy: { ...this.accepted },
      tensors,
      directions: [...directions],
      isWrong: counts.failed > 0 || directions.some(({ verdict }) => isFailure(verdict)),
      sanity
    }
  }

  private checkParameter(): void {
    const { loss, columns, checked: at } = this
    const e = this.elements[this.tensor][this.place]
    const { matrix, kind } = loss.tensors[this.tensor]
    const analytic = loss.gradients[this.tensor].matrix.data[e]
    const forward = () => this.derivative.ofElement(e)
    const { compared, numeric, step, error, relative, verdict } = this.compare(loss.pathOf(this.tensor, e), analytic, forward, () =>
      this.rounding((errors) => errors.data[e])
    )
    columns.tensor[at] = this.tensor
    columns.row[at] = kind === 'bias' ? e : Math.floor(e / matrix.columns)
    columns.column[at] = kind === 'bias' ? -1 : e % matrix.columns
    columns.value[at] = matrix.data[e]
    columns.analytic[at] = analytic
    columns.numeric[at] = numeric
    columns.absolute[at] = Math.abs(analytic - numeric)
    columns.relative[at] = relative
    columns.step[at] = step
    columns.error[at] = error
    columns.verdict[at] = verdicts.indexOf(verdict)
    if (verdict !== 'kink') {
      for (const name of checkPresetNames) if (passes(checkPresets[name].verdict(compared))) this.accepted[name] += 1
    }
    this.checked += 1
    this.advance(this.elements[this.tensor].length)
  }

  private checkDirection(): void {
    const { loss, tensor } = this
    this.random ??= directionStream(tensor, this.seed)
    const u = unitDirection(loss.tensors[tensor].matrix, this.random)
    const reverse = dot(loss.gradients[tensor].matrix, u)
    const forward = this.derivative.along(u)
    const rounding = () => this.rounding((errors) => dot(errors, absolute(u)))
    const { numeric, step, error, relative, verdict } = this.compare(loss.pathAlong(tensor, u), reverse, () => forward, rounding)
    const numericCounts = verdict !== 'kink'
    const outlier =
      verdict === 'too-small' ? 'none' : findOutlier({ reverse, forward, numeric }, { error, rounding: rounding(), numericCounts })
    this.directions.push({ tensor, reverse, forward, numeric, step, error, relative, verdict, outlier })
    this.advance(DIRECTIONS)
  }

  /** Compares the derivative along a path with the difference quotient there. */
  private compare(path: Path, analytic: number, forward: () => number, rounding: () => number): Comparison {
    const { loss, rule } = this
    const evidence = {
      analytic,
      forward,
      step: loss.stepOf(path, rule.epsilon),
      quotient: (h: number) => loss.quotient(path, h),
      reach: () => loss.reach(),
      rounding
    }
    return compareGradient(evidence, rule)
  }

  /** The rounding error to be expected of a derivative by the tensor that is being checked, from that of each of its elements. */
  private rounding(of: (errors: Matrix) => number): number {
    const { tensor, largest, loss } = this
    return Math.max(LAST_DIGITS * largest[tensor], ROUNDINGS * of(loss.gradientErrors[tensor]))
  }

  /** Forward mode for the tensor that is being checked. */
  private get derivative(): ForwardDerivative {
    return (this.forwardMode ??= forwardDerivativeOf(this.loss, this.tensor))
  }

  /** Advances to the next of `count` places in a tensor, then to the next tensor, and after the last one to the first again. */
  private advance(count: number): void {
    this.place += 1
    if (this.place < count) return
    this.place = 0
    this.forwardMode = null
    this.random = null
    this.tensor = (this.tensor + 1) % this.loss.tensors.length
  }

  private summarize({ name, matrix }: NamedTensor, t: number): TensorCheck {
    const trained = this.loss.trainedComparison?.tensors[t]
    return {
      name,
      shape: [matrix.rows, matrix.columns],
      ...countTensor(this.columns, t, this.checked),
      ...partNorms(this.loss, t),
      outlier: outlierOf(this.directions, t),
      ...(trained && { trained })
    }
  }
}

function largestOf({ data }: Matrix): number {
  let top = 0
  for (let e = 0; e < data.length; e++) top = Math.max(top, Math.abs(data[e]))
  return top
}

function dot(a: Matrix, b: Matrix): number {
  let sum = 0
  for (let e = 0; e < a.data.length; e++) sum += a.data[e] * b.data[e]
  return sum
}

/** Runs a complete gradient check. Throws: as GradientCheck. */
export function checkGradients(options: GradientCheckOptions): GradientCheckReport {
  const check = new GradientCheck(options)
  while (check.next());
  return check.report()
}
