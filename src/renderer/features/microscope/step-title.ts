import type { Step } from '#core'
import type { MessageKey } from '../../i18n/catalogue'

/** The title of a step as a text of the catalogue. */
export interface StepTitle {
  readonly key: MessageKey
  readonly values: Readonly<Record<string, string | number>>
}

/** Titles by ids, with the number of the layer or the name of the parameter where the pattern has one. */
const patterns: readonly (readonly [RegExp, MessageKey])[] = [
  [/^Z(\d+)$/, 'walk.titles.Z'],
  [/^A(\d+)$/, 'walk.titles.A'],
  [/^M(\d+)$/, 'walk.titles.M'],
  [/^A(\d+)⊙M\d+$/, 'walk.titles.dropped'],
  [/^max$/, 'walk.titles.max'],
  [/^D$/, 'walk.titles.D'],
  [/^E$/, 'walk.titles.E'],
  [/^sumE$/, 'walk.titles.sumE'],
  [/^P$/, 'walk.titles.P'],
  [/^Y$/, 'walk.titles.Y'],
  [/^w$/, 'walk.titles.w'],
  [/^(?:ell|neglnp|neglnq|quadratic|T|H|on)$/, 'walk.titles.ell'],
  [/^Ldata$/, 'walk.titles.Ldata'],
  [/^(?:sq|abs)(\d+)$/, 'walk.titles.size'],
  [/^Lreg$/, 'walk.titles.Lreg'],
  [/^L$/, 'walk.titles.L'],
  [/^dP$/, 'walk.titles.dP'],
  [/^J(\d+)$/, 'walk.titles.J'],
  [/^(?:dS|dZ_out)(?:×N)?$/, 'walk.titles.signal'],
  [/^dA_out$/, 'walk.titles.dAout'],
  [/^slope_out$/, 'walk.titles.slopeOut'],
  [/^slope(\d+)$/, 'walk.titles.slope'],
  [/^dZ(\d+)$/, 'walk.titles.dZ'],
  [/^dW(\d+)\.data$/, 'walk.titles.dWdata'],
  [/^dW(\d+)\.reg$/, 'walk.titles.dWreg'],
  [/^dW(\d+)$/, 'walk.titles.dW'],
  [/^db(\d+)$/, 'walk.titles.db'],
  [/^d\(?A(\d+)/, 'walk.titles.dA'],
  [/^dX$/, 'walk.titles.dX'],
  [/^clip$/, 'walk.titles.clip'],
  [/^([Wb]\d+)\.new$/, 'walk.titles.updated'],
  [/^([Wb]\d+)\..+$/, 'walk.titles.memory'],
  [/^L\.new$/, 'walk.titles.Lnew'],
  [/^norm$/, 'walk.titles.norm']
]

/** Returns the title of a step; null for one that has none but its name. */
export function stepTitle({ id }: Pick<Step, 'id'>): StepTitle | null {
  for (const [pattern, key] of patterns) {
    const match = pattern.exec(id)
    if (match) return { key, values: { of: match.at(1) ?? '' } }
  }
  return null
}
