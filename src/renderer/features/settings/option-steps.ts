import type { NumberRange } from '#core'
import { logStep } from './log-steps'

/** Shares as they are used: nearer and nearer to 1. */
const SHARES = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999]

/** The next usual share of at least 0 and below 1, from wherever the value stands; the value itself at either end. */
export function shareStep(value: number, direction: 1 | -1): number {
  return (direction > 0 ? SHARES.find((share) => share > value) : SHARES.findLast((share) => share < value)) ?? value
}

/** The next number in a row of round ones: 1, 2, 5, 10, 20, … up to `high`; the value itself beyond either end. */
export function roundStep(value: number, direction: 1 | -1, high: number): number {
  const decades = Array.from({ length: 1 + Math.ceil(Math.log10(high)) }, (_, decade) => decade)
  const round = decades.flatMap((decade) => [1, 2, 5].map((mantissa) => Number(`${mantissa}e${decade}`))).filter((n) => n <= high)
  return (direction > 0 ? round.find((n) => n > value) : round.findLast((n) => n < value)) ?? value
}

/** Where the steps of whole numbers without an upper bound end. */
const MOST = 1_000_000

/** The steps of an option's buttons, by the range it may have: shares, whole numbers, or powers of ten. */
export function optionStep({ min, max = MOST, exclusiveMax, integer }: NumberRange): (value: number, direction: 1 | -1) => number {
  if (integer) return (value, direction) => roundStep(value, direction, max)
  if (exclusiveMax === 1) return shareStep
  const hasZero = min === 0
  return (value, direction) => logStep(value, direction, { low: 1e-12, high: 100, zero: hasZero })
}
