import { mistakesInAll } from './in-all'
import { mistakesInBias } from './in-bias'
import { mistakesInLoss } from './in-loss'
import { mistakesInPenalty } from './in-penalty'
import { mistakesInProducts } from './in-products'
import { mistakesInSlope } from './in-slope'
import type { Mistake } from './mistake'

/** Mistakes that are made in backpropagation written by hand; the keys are the stored names. Each gets one step wrong. */
export const mistakes = {
  ...mistakesInLoss,
  ...mistakesInSlope,
  ...mistakesInProducts,
  ...mistakesInBias,
  ...mistakesInPenalty,
  ...mistakesInAll
} as const satisfies Readonly<Record<string, Mistake>>

export type MistakeName = keyof typeof mistakes

export const mistakeNames = Object.keys(mistakes) as MistakeName[]

/** The catalogue's entry of a name. */
export function mistakeOf(name: MistakeName): Mistake {
  return mistakes[name]
}
