import type { UnitSum } from '#core'

/** One summand of z = Σ wᵢ·xᵢ + b. */
export interface UnitTerm {
  /** Which input of the unit, from 0. */
  readonly index: number
  readonly weight: number
  readonly value: number
  readonly product: number
}

/** The summands of a unit by the size of their product, the largest first: what it hears most of. */
export function unitTerms({ weights, inputs }: UnitSum): UnitTerm[] {
  return Array.from(weights, (weight, index) => ({ index, weight, value: inputs[index], product: weight * inputs[index] })).sort(
    (a, b) => Math.abs(b.product) - Math.abs(a.product)
  )
}
