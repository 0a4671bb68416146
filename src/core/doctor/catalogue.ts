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
 * Catalogue of the doctor's rules, causes before their consequences; its keys are the stored names. A new rule is one entry, and its
 * sentences in `messages/doctor.ts`.
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
