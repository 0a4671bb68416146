import { lossOptionNames, optimizerOptionNames, scheduleOptionNames, type Settings } from '#core'

const ownFields = [
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
  'initializer',
  'dropout',
  'precision',
  'loss',
  'reduction',
  'classWeights',
  'l1',
  'l2',
  'optimizer',
  'nesterov',
  'schedule',
  'warmUp',
  'clip',
  'learningRate',
  'batchSize',
  'epochs',
  'evaluation',
  'stopLoss',
  'stopAccuracy',
  'stopR2',
  'patience',
  'stopSeconds',
  'keepBest',
  'split',
  'init',
  'shuffle'
] as const

/** Everything in the sidebar that can be changed, and beside which an error can stand. */
export const settingFields = [...ownFields, ...lossOptionNames, ...optimizerOptionNames, ...scheduleOptionNames] as const
export type SettingField = (typeof settingFields)[number]

const fieldsWithin = <Name extends SettingField>(key: keyof Settings, fields: readonly Name[]) =>
  Object.fromEntries(fields.map((field) => [field, key]))

const KEY_OF_FIELD: Readonly<Partial<Record<string, keyof Settings>>> = {
  target: 'targets',
  splitKind: 'split',
  ...fieldsWithin('loss', ['reduction', ...lossOptionNames]),
  ...fieldsWithin('optimizer', ['nesterov', ...optimizerOptionNames]),
  ...fieldsWithin('schedule', ['warmUp', ...scheduleOptionNames]),
  ...fieldsWithin('stop', ['stopLoss', 'stopAccuracy', 'stopR2', 'patience', 'stopSeconds']),
  ...fieldsWithin('seeds', ['split', 'init', 'shuffle'])
}

/** The key of the settings under which a field is stored. */
export function keyOfField(field: SettingField): keyof Settings {
  return KEY_OF_FIELD[field] ?? (field as keyof Settings)
}
