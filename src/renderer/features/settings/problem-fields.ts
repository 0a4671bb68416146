import type { Note } from '#core'
import type { WireError } from '#shared/contract'
import type { SettingField } from './setting-fields'

const FIELD_OF_CODE: Partial<Record<WireError['code'], SettingField>> = {
  'spec.no-features': 'features',
  'data.too-many-inputs': 'features',
  'spec.no-target': 'targets',
  'spec.several-classes': 'targets',
  'spec.target-twice': 'targets',
  'spec.target-is-feature': 'targets',
  'spec.split-column': 'split',
  'data.no-side': 'split',
  'data.one-class': 'targets',
  'data.constant-target': 'targets',
  'data.text-target': 'task',
  'data.too-many-classes': 'targets',
  'data.too-few-rows': 'test',
  'spec.loss-for-task': 'loss',
  'spec.output-activation': 'loss',
  'spec.too-many-layers': 'hidden'
}

/** The setting beside which a problem is told; null when it is about no single one, and goes to the banner. */
export function fieldOfProblem({ code }: WireError): SettingField | null {
  return FIELD_OF_CODE[code] ?? null
}

const FIELD_OF_NOTE: Partial<Record<Note['code'], SettingField>> = {
  'note.nesterov-without-momentum': 'nesterov',
  'note.dropout-without-hidden': 'dropout',
  'note.warm-up-too-long': 'warmUp',
  'note.step-too-long': 'every',
  'note.patience-too-long': 'patience'
}

/** The setting beside which is told that it has no effect; null for other notes. */
export function fieldOfNote({ code }: Note): SettingField | null {
  return FIELD_OF_NOTE[code] ?? null
}
