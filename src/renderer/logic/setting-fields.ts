import type { Settings } from '#core'

/** Everything in the sidebar that can be changed, and beside which an error can stand. */
export const settingFields = [
  'target',
  'features',
  'task',
  'missing',
  'encode',
  'scale',
  'scaleTargets',
  'overrides',
  'splitKind',
  'test',
  'validation',
  'hidden',
  'bias',
  'precision',
  'loss',
  'positiveWeight',
  'l2',
  'learningRate',
  'batchSize',
  'epochs',
  'split',
  'init',
  'shuffle'
] as const
export type SettingField = (typeof settingFields)[number]

const KEY_OF_FIELD: Partial<Record<SettingField, keyof Settings>> = {
  target: 'targets',
  splitKind: 'split',
  positiveWeight: 'loss',
  split: 'seeds',
  init: 'seeds',
  shuffle: 'seeds'
}

/** The key of the settings under which a field is stored. */
export function keyOfField(field: SettingField): keyof Settings {
  return KEY_OF_FIELD[field] ?? (field as keyof Settings)
}
