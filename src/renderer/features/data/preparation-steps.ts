import type { Settings } from '#core'
import type { SettingField } from '../settings/setting-fields'

/** The steps from a table to what a network is fed, in order, with the settings that each is made of. */
export const preparationSteps = {
  columns: ['targets', 'features', 'task'],
  missing: ['missing'],
  encode: ['encode'],
  scale: ['scale', 'scaleTargets'],
  overrides: ['overrides'],
  split: ['split', 'test', 'validation']
} as const satisfies Record<string, readonly (keyof Settings)[]>

export type PreparationStep = keyof typeof preparationSteps
export const stepNames = Object.keys(preparationSteps) as PreparationStep[]

/** The field beside which an error about a step stands. */
export const fieldOfStep: Readonly<Record<PreparationStep, SettingField>> = {
  columns: 'features',
  missing: 'missing',
  encode: 'encode',
  scale: 'scale',
  overrides: 'overrides',
  split: 'split'
}

/** A step's part of the settings. */
export function partOf(settings: Settings, step: PreparationStep): Partial<Settings> {
  return Object.fromEntries(preparationSteps[step].map((key) => [key, settings[key]]))
}

/** Whether settings have what a part of them says. */
export function isPart(part: Partial<Settings>, settings: Settings): boolean {
  return JSON.stringify({ ...settings, ...part }) === JSON.stringify(settings)
}

/** The steps whose part differs. */
export function changedSteps(before: Settings, after: Settings): PreparationStep[] {
  return stepNames.filter((step) => JSON.stringify(partOf(before, step)) !== JSON.stringify(partOf(after, step)))
}
