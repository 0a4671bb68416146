import { niceTicks } from './ticks'

/** One axis of a plot: its ends, and which numbers are written. */
export interface PlotScale {
  readonly type: 'linear' | 'logarithmic'
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** A straight axis with about so many ticks. */
export function linearScale(low: number, high: number, count: number): PlotScale {
  return { type: 'linear', low, high, ticks: niceTicks(low, high, count) }
}

/** An axis of powers of ten around positive numbers, with about so many ticks. Without any positive number, around 1. */
export function logScale(values: ArrayLike<number>, count: number): PlotScale {
  const positive = Array.from(values).filter((value) => value > 0 && Number.isFinite(value))
  const first = positive.length === 0 ? -1 : Math.floor(Math.log10(Math.min(...positive)) + 1e-9)
  const last = positive.length === 0 ? 1 : Math.max(first + 1, Math.ceil(Math.log10(Math.max(...positive)) - 1e-9))
  const step = Math.max(1, Math.ceil((last - first) / count))
  const powers = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => last - i * step).reverse()
  const powerOfTen = (power: number) => Number(`1e${power}`)
  return { type: 'logarithmic', low: powerOfTen(first), high: powerOfTen(last), ticks: powers.map(powerOfTen) }
}
