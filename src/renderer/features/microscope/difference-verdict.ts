import { relativeError, relativeErrorFloor, type CellDifference } from '#core'

/** The verdict of a difference quotient on the derivative beside it. */
export interface DifferenceVerdict {
  readonly verdict: 'agrees' | 'kink' | 'off'
  readonly relative: number
}

/** The step of the quotients of a walk. */
const STEP = 1e-5

/** Up to here the two are the same but for rounding, in float32 too; a mistake is of another order. */
const AGREES = 1e-4

/** Compares a derivative with its quotient. Across a kink they need not agree. */
export function differenceVerdict(value: number, { numeric, crossedKink }: CellDifference, loss: number): DifferenceVerdict {
  const relative = relativeError(value, numeric, relativeErrorFloor(loss, STEP))
  if (relative <= AGREES) return { verdict: 'agrees', relative }
  return { verdict: crossedKink ? 'kink' : 'off', relative }
}
