import type { UnitSum } from '#core'

/** One term of z = Σ wᵢ·xᵢ + b. */
export interface UnitTerm {
  /** Which input of the unit, from 0. */
  readonly input: number
  readonly weight: number
  readonly value: number
  readonly product: number
}

/** Returns the terms of a unit in the order of its inputs, or the largest products first. */
export function unitTerms({ weights, inputs }: Pick<UnitSum, 'weights' | 'inputs'>, order: 'input' | 'size'): UnitTerm[] {
  const terms = Array.from(weights, (weight, input) => ({ input, weight, value: inputs[input], product: weight * inputs[input] }))
  return order === 'input' ? terms : terms.sort((a, b) => Math.abs(b.product) - Math.abs(a.product))
}
