import type { TextCode } from '../messages/catalogue'
import { deadUnits } from './rules/dead-units'
import { divergence } from './rules/divergence'
import { explodingGradients } from './rules/exploding-gradients'
import { imbalance } from './rules/imbalance'
import { leakage } from './rules/leakage'
import { lostRows } from './rules/lost-rows'
import { nearIdentifier } from './rules/near-identifier'
import { overfitting } from './rules/overfitting'
import { rateTooHigh } from './rules/rate-too-high'
import { rateTooLow } from './rules/rate-too-low'
import { repeatedRows } from './rules/repeated-rows'
import { runningNumber } from './rules/running-number'
import { saturation } from './rules/saturation'
import { spike } from './rules/spike'
import { splitTooSmall } from './rules/split-too-small'
import { underfitting } from './rules/underfitting'
import { unscaledInputs } from './rules/unscaled-inputs'
import { untestedClasses } from './rules/untested-classes'
import { vanishingGradients } from './rules/vanishing-gradients'

/**
 * Catalogue of the doctor's rules, causes before their consequences; its keys are the stored names. A new rule is one entry, its title and
 * sentences in `messages/doctor.ts`, and what it brings about in `consequences`.
 */
export const rules = {
  'unscaled-inputs': unscaledInputs,
  leakage,
  'running-number': runningNumber,
  'exploding-gradients': explodingGradients,
  divergence,
  'vanishing-gradients': vanishingGradients,
  'dead-units': deadUnits,
  saturation,
  'rate-too-high': rateTooHigh,
  'rate-too-low': rateTooLow,
  imbalance,
  spike,
  overfitting,
  underfitting,
  'repeated-rows': repeatedRows,
  'near-identifier': nearIdentifier,
  'lost-rows': lostRows,
  'untested-classes': untestedClasses,
  'split-too-small': splitTooSmall
} as const

export type RuleName = keyof typeof rules

export const ruleNames = Object.keys(rules) as RuleName[]

/** The name of a diagnosis: the sentence that is its title. */
export function diagnosisTitle(rule: RuleName): TextCode {
  return `doctor.${rule}.title`
}

const ofLongSteps: readonly RuleName[] = ['divergence', 'dead-units', 'saturation', 'rate-too-high', 'spike', 'underfitting']

/** The findings that each cause explains: with it they go, and their own remedies would only distract from it. */
export const consequences: Readonly<Partial<Record<RuleName, readonly RuleName[]>>> = {
  'unscaled-inputs': ['exploding-gradients', 'vanishing-gradients', 'rate-too-low', 'overfitting', ...ofLongSteps],
  'exploding-gradients': ['vanishing-gradients', 'overfitting', ...ofLongSteps],
  divergence: ['overfitting', ...ofLongSteps],
  'vanishing-gradients': ['rate-too-low', 'rate-too-high', 'dead-units', 'imbalance', 'underfitting'],
  'dead-units': ['rate-too-high', 'rate-too-low', 'imbalance', 'spike', 'overfitting', 'underfitting'],
  saturation: ['rate-too-high', 'rate-too-low', 'imbalance', 'spike', 'overfitting', 'underfitting'],
  'rate-too-high': ['imbalance', 'overfitting', ...ofLongSteps],
  'rate-too-low': ['imbalance', 'underfitting'],
  imbalance: ['underfitting']
}
