import type { Outlier, ThreeDerivatives } from './outlier'
import type { PartNorms } from './part-norms'
import type { TrainedDifference } from './trained-gradients'
import type { MistakeName } from '../mistakes/catalogue'
import type { CheckPresetName } from './presets'
import type { CheckScope } from './sample'
import type { SanityFigures } from './sanity'
import { isFailure, outcomeOf, passes, verdicts, type Outcome, type Verdict } from './verdict'

/** Numbers of parameters by what their verdict comes to: checked = passed + failed + kinks + tooSmall + unreliable. */
export interface CheckCounts extends Readonly<Record<Outcome, number>> {
  readonly checked: number
}

/** Result of a gradient check for one tensor. */
export interface TensorCheck extends PartNorms, CheckCounts {
  readonly name: string
  readonly shape: readonly [number, number]
  /** The largest relative error of a gradient that was judged: confirmed or found wrong. */
  readonly worstRelative: number
  /** The largest |analytic gradient|. */
  readonly largestAnalytic: number
  /** The outlier of the three derivatives along this tensor's directions; `none` when they always agree. */
  readonly outlier: Outlier
  /** The gradient of the kernels in use beside the float64 one; absent where they were not asked. */
  readonly trained?: TrainedDifference
}

/** The derivative along one random direction in the space of one tensor, computed in three ways. */
export interface DirectionCheck extends ThreeDerivatives {
  /** Index into `tensors`. */
  readonly tensor: number
  /** The step of the central difference. */
  readonly step: number
  /** Estimate of its error. */
  readonly error: number
  /** Relative error of the reverse derivative against the numeric one, and the verdict on it. */
  readonly relative: number
  readonly verdict: Verdict
  readonly outlier: Outlier
}

/** Columns of the check, with one entry for each checked parameter, tensors in order. */
export interface CheckColumns {
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
  /** Step of the numeric gradient: what ε comes to, or another one near a kink and where the quotient had to settle. */
  readonly step: Float64Array
  /** Estimate of the error of the numeric gradient. */
  readonly error: Float64Array
  /** Index into `verdicts`. */
  readonly verdict: Uint8Array
}

/** A complete gradient check as plain data. */
export interface GradientCheckReport extends CheckColumns, CheckCounts {
  readonly preset: CheckPresetName
  readonly epsilon: number
  /**
   * Checked parameters: all, or every bias and 20 weights of each tensor, drawn by the seed. Directions in both cases.
   */
  readonly scope: CheckScope
  readonly seed: number
  /** The mistake that was planted in the gradients; null where they are as computed. */
  readonly planted: MistakeName | null
  /** The total loss of the batch. */
  readonly loss: number
  readonly batchRows: number
  /** The largest relative error of a gradient that was judged. */
  readonly worstRelative: number
  /** Number of gradients outside kinks that each preset would pass, given these difference quotients. */
  readonly acceptedBy: Readonly<Record<CheckPresetName, number>>
  readonly tensors: readonly TensorCheck[]
  readonly directions: readonly DirectionCheck[]
  /** Whether something failed: a parameter or a direction. */
  readonly isWrong: boolean
  readonly sanity: SanityFigures
}

export function emptyColumns(length: number): CheckColumns {
  return {
    tensor: new Uint16Array(length),
    row: new Int32Array(length),
    column: new Int32Array(length),
    value: new Float64Array(length),
    analytic: new Float64Array(length),
    numeric: new Float64Array(length),
    absolute: new Float64Array(length),
    relative: new Float64Array(length),
    step: new Float64Array(length),
    error: new Float64Array(length),
    verdict: new Uint8Array(length)
  }
}

type TensorCounts = CheckCounts & Pick<TensorCheck, 'worstRelative' | 'largestAnalytic'>

/** Counts the verdicts of one tensor among the first `checked` entries. */
export function countTensor(columns: CheckColumns, index: number, checked: number): TensorCounts {
  const { tensor, verdict, relative, analytic } = columns
  const counts = { checked: 0, passed: 0, failed: 0, kinks: 0, tooSmall: 0, unreliable: 0 }
  let worstRelative = 0
  let largestAnalytic = 0
  for (let p = 0; p < checked; p++) {
    if (tensor[p] !== index) continue
    const name = verdicts[verdict[p]]
    counts.checked += 1
    counts[outcomeOf(name)] += 1
    if (passes(name) || isFailure(name)) worstRelative = Math.max(worstRelative, relative[p])
    largestAnalytic = Math.max(largestAnalytic, Math.abs(analytic[p]))
  }
  return { ...counts, worstRelative, largestAnalytic }
}

/** Adds up the counts of all tensors. */
export function sumCounts(tensors: readonly CheckCounts[]): CheckCounts {
  const sum = (key: keyof CheckCounts) => tensors.reduce((total, tensor) => total + tensor[key], 0)
  return {
    checked: sum('checked'),
    passed: sum('passed'),
    failed: sum('failed'),
    kinks: sum('kinks'),
    tooSmall: sum('tooSmall'),
    unreliable: sum('unreliable')
  }
}

/** Returns the outlier of one tensor's directions: that of the first direction with one. */
export function outlierOf(directions: readonly DirectionCheck[], tensor: number): Outlier {
  return directions.find((one) => one.tensor === tensor && one.outlier !== 'none')?.outlier ?? 'none'
}
