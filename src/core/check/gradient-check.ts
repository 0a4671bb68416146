import type { NamedTensor } from '../network/parameters'
import type { Random } from '../random/random'
import type { Matrix } from '../tensor/matrix'
import { CheckedLoss, type CheckProblem, type Quotient } from './checked-loss'
import { float32Differences } from './float32-difference'
import { forwardDerivativeOf, type ForwardDerivative } from './forward-derivative'
import { compareGradient, type ComparisonOptions } from './compare-gradient'
import { findOutlier } from './outlier'
import { partNorms } from './part-norms'
import { checkPresetNames, checkPresets, type CheckPresetName } from './presets'
import {
  countTensor,
  emptyColumns,
  isFailure,
  outlierOf,
  type CheckColumns,
  type DirectionCheck,
  type GradientCheckReport,
  type TensorCheck
} from './report'
import { checkedElements, DIRECTIONS, directionStream, unitDirection, type CheckScope } from './sample'
import { sanityFigures, type SanityFigures } from './sanity'
import { passes, relativeErrorFloor, verdicts } from './verdict'

/**
 * Default step of the central difference: near the cube root of the machine epsilon, where it is most accurate.
 */
export const defaultEpsilon = checkPresets.strict.epsilon

export interface GradientCheckOptions extends CheckProblem {
  /** The rule by which a gradient passes; `strict` unless given. */
  readonly preset?: CheckPresetName
  /** The step h of the difference quotient; the preset's own unless given. */
  readonly epsilon?: number
  /** All parameters, or a sample of a large network; `all` unless given. */
  readonly scope?: CheckScope
  /** Seed of the sample and the directions; 0 unless given. */
  readonly seed?: number
}

/**
 * Compares gradients (those of backpropagation, or others that are passed in) with a central difference, in float64 throughout, one
 * parameter at a time, so that a caller can show progress or stop; then, for every tensor, the derivative along random directions, where
 * forward mode gives a third value. See `compareGradient` for kinks and steps that are too large, `checkPresets` for the rules.
 * Throws: numeric, when the loss or a gradient is not finite, or the loss differs between two evaluations; shape.
 * Source: CS231n notes "Neural Networks Part 3" (gradient checks).
 */
export class GradientCheck {
  /** Number of parameters and directions to check. */
  readonly total: number
  private readonly loss: CheckedLoss
  private readonly rule: ComparisonOptions
  private readonly scope: CheckScope
  private readonly seed: number
  private readonly elements: readonly Int32Array[]
  private readonly columns: CheckColumns
  private readonly sanity: SanityFigures
  private readonly float32: readonly (number | undefined)[]
  private readonly accepted: Record<CheckPresetName, number>
  private readonly directions: DirectionCheck[] = []
  private readonly parameterCount: number
  private inTensor: { readonly random: Random; readonly derivative: ForwardDerivative } | null = null
  private checked = 0
  private tensor = 0
  private place = 0

  constructor(options: GradientCheckOptions) {
    const { preset = 'strict', epsilon = checkPresets[preset].epsilon, scope = 'all', seed = 0 } = options
    this.loss = new CheckedLoss(options)
    const { tensors, value, smooth } = this.loss
    this.rule = { preset, epsilon, loss: value, smooth }
    this.scope = scope
    this.seed = seed
    this.elements = tensors.map((tensor, t) => checkedElements(tensor, t, scope, seed))
    this.parameterCount = this.elements.reduce((sum, { length }) => sum + length, 0)
    this.total = this.parameterCount + DIRECTIONS * tensors.length
    this.columns = emptyColumns(this.parameterCount)
    this.sanity = sanityFigures(this.loss)
    this.float32 = float32Differences(options, this.loss.ownGradients)
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
    const sum = (key: 'checked' | 'passed' | 'failed' | 'kinks') => tensors.reduce((total, tensor) => total + tensor[key], 0)
    const failed = sum('failed')
    return {
      ...columns,
      preset: this.rule.preset,
      epsilon: this.rule.epsilon,
      scope,
      seed,
      loss: loss.value,
      floor: relativeErrorFloor(loss.value, this.rule.epsilon),
      batchRows: loss.batch.X.rows,
      checked: sum('checked'),
      passed: sum('passed'),
      failed,
      kinks: sum('kinks'),
      worstRelative: Math.max(0, ...tensors.map(({ worstRelative }) => worstRelative)),
      acceptedBy: { ...this.accepted },
      tensors,
      directions: [...directions],
      confirmed: failed === 0 && !directions.some(({ verdict }) => isFailure(verdict)),
      sanity
    }
  }

  private checkParameter(): void {
    const { loss, columns, checked: at } = this
    const e = this.elements[this.tensor][this.place]
    const { matrix, kind } = loss.tensors[this.tensor]
    const analytic = loss.gradients[this.tensor].matrix.data[e]
    const { compared, relative, verdict } = compareGradient((h) => loss.byElement(this.tensor, e, h), analytic, this.rule)
    columns.tensor[at] = this.tensor
    columns.row[at] = kind === 'bias' ? e : Math.floor(e / matrix.columns)
    columns.column[at] = kind === 'bias' ? -1 : e % matrix.columns
    columns.value[at] = matrix.data[e]
    columns.analytic[at] = analytic
    columns.numeric[at] = compared.numeric
    columns.absolute[at] = Math.abs(analytic - compared.numeric)
    columns.relative[at] = relative
    columns.step[at] = compared.step
    columns.verdict[at] = verdicts.indexOf(verdict)
    if (verdict !== 'kink') {
      for (const name of checkPresetNames) if (passes(checkPresets[name].verdict(compared))) this.accepted[name] += 1
    }
    this.checked += 1
    this.advance(this.elements[this.tensor].length)
  }

  private checkDirection(): void {
    const { loss, tensor } = this
    const { random, derivative } = this.inTensor ?? {
      random: directionStream(tensor, this.seed),
      derivative: forwardDerivativeOf(loss, tensor)
    }
    this.inTensor = { random, derivative }
    const u = unitDirection(loss.tensors[tensor].matrix, random)
    const reverse = dot(loss.gradients[tensor].matrix, u)
    const forward = derivative(u)
    const quotient = (h: number): Quotient => loss.along(tensor, u, h)
    const {
      compared: { numeric, step, looser },
      relative,
      verdict
    } = compareGradient(quotient, reverse, this.rule)
    const numericCounts = verdict !== 'kink'
    const outlier = findOutlier({ reverse, forward, numeric }, { loss: loss.value, step, looser, numericCounts })
    this.directions.push({ tensor, reverse, forward, numeric, step, relative, verdict, outlier })
    this.advance(DIRECTIONS)
  }

  /** Advances to the next of `count` places in a tensor, then to the next tensor, and after the last one to the first again. */
  private advance(count: number): void {
    this.place += 1
    if (this.place < count) return
    this.place = 0
    this.inTensor = null
    this.tensor = (this.tensor + 1) % this.loss.tensors.length
  }

  private summarize({ name, matrix }: NamedTensor, t: number): TensorCheck {
    const float32Difference = this.float32[t]
    return {
      name,
      shape: [matrix.rows, matrix.columns],
      ...countTensor(this.columns, t, this.checked),
      ...partNorms(this.loss, t),
      outlier: outlierOf(this.directions, t),
      ...(float32Difference === undefined ? {} : { float32Difference })
    }
  }
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
