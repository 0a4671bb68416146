import { studyMistakes, type MistakeFigures } from '../../tests/support/mistake-study'
import { twoLayers } from '../../tests/support/student-programs'

/** A right program for the network L000. */
export const program = twoLayers

/** The networks of a whole study, and the mistakes and pairs of them that are planted in each. */
const whole = { networks: 3000, singles: 4, pairs: 1 }

/** Plants mistakes in networks of every kind, so many of them as the share says, and counts those that are named. */
export function studyShare(share: number): MistakeFigures {
  return studyMistakes({ ...whole, networks: Math.max(1, Math.round(whole.networks * share)) })
}
