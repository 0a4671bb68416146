import { learningRateFactors, type ScheduleSpec } from '#core'

export interface ScheduleCurve {
  /** The rate at equal distances from the first epoch to the end of the last. */
  readonly rates: readonly number[]
  readonly first: number
  readonly highest: number
  readonly last: number
}

/** Places at which the curve is reckoned at most: more than it has pixels would show nothing more. */
const PLACES = 120

/**
 * The learning rate in the course of so many epochs, at the beginning of steps of `part` of an epoch: what the trainer reckons with.
 */
export function scheduleCurve(spec: ScheduleSpec, learningRate: number, epochs: number, part: number): ScheduleCurve {
  const factor = learningRateFactors(spec)
  const steps = Math.max(1, Math.round(epochs / part))
  const count = Math.min(PLACES, steps)
  const rates = Array.from({ length: count }, (_, i) => {
    const step = count === 1 ? 0 : Math.round((i * (steps - 1)) / (count - 1))
    return learningRate * factor({ epoch: step * part, part, epochs })
  })
  return { rates, first: rates[0], highest: Math.max(...rates), last: rates[count - 1] }
}

/** The curve as the points of an SVG polyline in a box: from left to right, 0 at the bottom, the highest at the top. */
export function curvePoints({ rates, highest }: ScheduleCurve, width: number, height: number): string {
  const top = highest > 0 ? highest : 1
  const places = rates.length === 1 ? [rates[0], rates[0]] : rates
  return places
    .map((rate, i) => `${((i * width) / (places.length - 1)).toFixed(1)},${(height - (rate / top) * height).toFixed(1)}`)
    .join(' ')
}
