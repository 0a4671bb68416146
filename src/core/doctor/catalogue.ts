import { deadUnits } from './rules/dead-units'
import { fewTestRows } from './rules/few-test-rows'
import { notFalling } from './rules/not-falling'
import { notFinite } from './rules/not-finite'
import { overfitting } from './rules/overfitting'
import { saturated } from './rules/saturated'
import { startLossRule } from './rules/start-loss'
import { unbalanced } from './rules/unbalanced'
import { unscaled } from './rules/unscaled'
import { updateRatio } from './rules/update-ratio'

/**
 * The catalogue of what can be wrong, causes before what follows from them; its keys are the stored names. A new one is one entry, and its
 * sentences in `doctor/texts.ts`.
 */
export const rules = {
  'not-finite': notFinite,
  unscaled,
  'start-loss': startLossRule,
  'not-falling': notFalling,
  overfitting,
  'dead-units': deadUnits,
  saturated,
  unbalanced,
  'few-test-rows': fewTestRows,
  'update-ratio': updateRatio
} as const

export type RuleName = keyof typeof rules

export const ruleNames = Object.keys(rules) as RuleName[]
