import { AppError } from '../messages/app-error'

/** The steps that a check takes, everywhere: below them only rounding is left, above them nothing is a small change. */
export const epsilonRange = { low: 1e-12, high: 1 } as const

/** Makes sure that a number can be the ε of a check. Throws: spec.within. */
export function requireEpsilon(epsilon: number, typed = ''): void {
  const { low, high } = epsilonRange
  if (epsilon >= low && epsilon <= high) return
  throw new AppError('spec.within', { field: 'ε', value: typed || epsilon, low, high })
}
