import type { Outlier, ThreeDerivatives } from './outlier'
import type { PartNorms } from './part-norms'
import type { CheckPresetName } from './presets'
import type { CheckScope } from './sample'
import type { SanityFigures } from './sanity'
import { passes, verdicts, type Verdict } from './verdict'

/** Result of a gradient check for one tensor. */
export interface TensorCheck extends PartNorms {
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
  /** The outlier of the three derivatives along this tensor's directions; `none` when they always agree. */
  readonly outlier: Outlier
  /** ‖g₃₂ − g₆₄‖ / ‖g₆₄‖ when the network trains in float32: its backward pass against the float64 one. */
  readonly float32Difference?: number
}

/** The derivative along one random direction in the space of one tensor, computed in three ways. */
export interface DirectionCheck extends ThreeDerivatives {
  /** Index into `tensors`. */
  readonly tensor: number
  /** The step of the central difference. */
  readonly step: number
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
  /** Step of the numeric gradient: ε, or less near a kink. */
  readonly step: Float64Array
  /** Index into `verdicts`. */
  readonly verdict: Uint8Array
}

/** A complete gradient check as plain data. */
export interface GradientCheckReport extends CheckColumns {
  readonly preset: CheckPresetName
  readonly epsilon: number
  /**
   * Checked parameters: all, or every bias and 20 weights of each tensor, drawn by the seed. Directions in both cases.
   */
  readonly scope: CheckScope
  readonly seed: number
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
  /** Number of gradients outside kinks that each preset would pass, given these difference quotients. */
  readonly acceptedBy: Readonly<Record<CheckPresetName, number>>
  readonly tensors: readonly TensorCheck[]
  readonly directions: readonly DirectionCheck[]
  /** Whether nothing failed: no parameter and no direction. */
  readonly confirmed: boolean
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
    verdict: new Uint8Array(length)
  }
}

/** Whether a verdict neither confirms the gradient nor is a kink. */
export function isFailure(verdict: Verdict): boolean {
  return verdict !== 'kink' && !passes(verdict)
}

type TensorCounts = Pick<TensorCheck, 'checked' | 'passed' | 'failed' | 'kinks' | 'worstRelative' | 'largestAnalytic'>

/** Counts the verdicts of one tensor among the first `checked` entries. */
export function countTensor(columns: CheckColumns, index: number, checked: number): TensorCounts {
  const { tensor, verdict, relative, analytic } = columns
  const counts = { checked: 0, passed: 0, failed: 0, kinks: 0 }
  let worstRelative = 0
  let largestAnalytic = 0
  for (let p = 0; p < checked; p++) {
    if (tensor[p] !== index) continue
    const name = verdicts[verdict[p]]
    counts.checked += 1
    counts[name === 'kink' ? 'kinks' : isFailure(name) ? 'failed' : 'passed'] += 1
    if (name !== 'kink') worstRelative = Math.max(worstRelative, relative[p])
    largestAnalytic = Math.max(largestAnalytic, Math.abs(analytic[p]))
  }
  return { ...counts, worstRelative, largestAnalytic }
}

/** Returns the outlier of one tensor's directions: that of the first direction with one. */
export function outlierOf(directions: readonly DirectionCheck[], tensor: number): Outlier {
  return directions.find((one) => one.tensor === tensor && one.outlier !== 'none')?.outlier ?? 'none'
}
