import type { LayerStatistics } from '../../inspect/statistics-layers'
import type { RunEvidence } from './run-evidence'

/** A value of a curve at an epoch at which it was evaluated. */
export interface CurvePoint {
  readonly epoch: number
  readonly value: number
}

/** Returns the evaluated points of a curve. */
export function evaluatedPoints(curve: Float64Array): CurvePoint[] {
  const points: CurvePoint[] = []
  curve.forEach((value, epoch) => Number.isFinite(value) && points.push({ epoch, value }))
  return points
}

/** Returns the point with the smallest value, the first of equals; null without any. */
export function lowest(points: readonly CurvePoint[]): CurvePoint | null {
  return points.reduce<CurvePoint | null>((best, one) => (best && best.value <= one.value ? best : one), null)
}

/** Rounds a number to so many significant digits, three unless given, as sentences show it. */
export function toSignificant(value: number, digits = 3): number {
  return Number(value.toPrecision(digits))
}

/** Epochs before which a curve says nothing, and after which it says enough, however long the run is to be. */
const FEWEST_EPOCHS = 5
const MOST_EPOCHS = 50

/** Whether the run has come far enough to be judged by what it has learned: half of its epochs, at least 5 and at most 50. */
export function isSettled({ epochs, settings, failure }: RunEvidence): boolean {
  if (failure) return false
  const half = Math.ceil(settings.epochs / 2)
  return epochs >= Math.min(settings.epochs, MOST_EPOCHS, Math.max(FEWEST_EPOCHS, half))
}

/** A training loss at this fraction of the best constant prediction's is learned. */
const LEARNED = 0.5

/** The training loss as a fraction of that of the best constant prediction: 0 is learned perfectly, 1 is nothing learned. */
export function lossShare({ history, baseline }: RunEvidence): number {
  const last = evaluatedPoints(history.trainLoss).at(-1)
  return last ? last.value / baseline : NaN
}

/** Whether the run has gone on for long enough and the training loss is still more than half of what it would be without any input. */
export function hasNotLearned(evidence: RunEvidence): boolean {
  return isSettled(evidence) && lossShare(evidence) > LEARNED
}

/** ‖dL/dθ‖ of the first layer as a fraction of the last layer's; NaN where there is no hidden layer, or no gradient at all. */
export function gradientRatio(layers: readonly LayerStatistics[]): number {
  return layers.length < 2 ? NaN : layers[0].gradientNorm / layers[layers.length - 1].gradientNorm
}

/** ‖dL/dθ‖ of all layers together. */
export function gradientNorm(layers: readonly LayerStatistics[]): number {
  return Math.sqrt(layers.reduce((sum, one) => sum + one.gradientNorm * one.gradientNorm, 0))
}

/**
 * The length of the first step in any layer, ‖ΔW‖ relative to ‖W‖, or to the norm that Glorot's initializer gives where W is smaller:
 * √(2·in·out / (in + out)). Near 1e-3 to 1e-1 is healthy; NaN where it is not known.
 */
export function stepLength(layers: readonly LayerStatistics[]): number {
  return layers.reduce((longest, { weights, units, updateRatio }) => {
    const inputs = weights.count / units
    const usual = Math.sqrt((2 * inputs * units) / (inputs + units))
    const length = (updateRatio * weights.norm) / Math.max(weights.norm, usual)
    return length > longest || Number.isNaN(longest) ? length : longest
  }, NaN)
}

/** Returns the hidden layer with the largest share of dead units. Saturated units whose derivative rounds to 0 are not counted. */
export function deadestLayer(layers: readonly LayerStatistics[]): LayerStatistics | null {
  return largest(layers, ({ dead, saturated }) => (saturated === null ? dead : null))
}

/** Returns the hidden layer with the largest share of saturated activations. */
export function mostSaturatedLayer(layers: readonly LayerStatistics[]): LayerStatistics | null {
  return largest(layers, ({ saturated }) => saturated)
}

function largest(layers: readonly LayerStatistics[], share: (layer: LayerStatistics) => number | null): LayerStatistics | null {
  const known = layers.filter((one) => share(one) !== null)
  return known.reduce<LayerStatistics | null>((most, one) => (most && (share(most) ?? 0) >= (share(one) ?? 0) ? most : one), null)
}
