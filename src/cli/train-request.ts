import {
  AppError,
  defaultSettings,
  lossKinds,
  parseNumber,
  piecesOf,
  parseSettings,
  settingNames,
  type LossSpec,
  type Settings,
  type Task
} from '#core'
import { arithmetics, engineChoices, mostThreads, type EngineChoice, type EngineConfig } from '#shared/engine'
import { dataSource, ownTarget, type DataSource } from './data-source'
import { flags, type FlagName } from './flags'
import { chosen, names, number, required, type Values } from './flag-values'
import { readOverrides, readSplit } from './preparation-flags'
import { readingFrom, type Reading } from './read-flags'
import { readSettings } from './read-settings'
import { flagOf, isFlagged } from './setting-flags'
import { lossOptionFlags, optimizerOptionFlags, stopRuleFlags } from './structured-flags'
import { readClassWeights, readLoss, readOptimizer, readSchedule, readStop } from './train-options'

/** A request to `train`, as far as the flags alone determine it; every number is checked. null: the data decide. */
export interface TrainRequest {
  readonly data: DataSource
  readonly reading: Reading
  readonly out: string
  /** Whether the rows of each part of the split are saved as well. */
  readonly savesRows: boolean
  /** The target column, or several, comma-separated. */
  readonly target: string
  readonly features: readonly string[] | null
  readonly task: Task | null
  readonly loss: LossSpec | null
  /** The backend; no choice leaves it to the environment. */
  readonly engine: Omit<EngineConfig, 'choice'> & { readonly choice: EngineChoice | null }
  /** Settings that do not depend on the data. */
  readonly fixed: FixedSettings
}

type FixedSettings = Omit<Settings, 'targets' | 'features' | 'task' | 'loss'>

/**
 * Reads and checks the flags of `train`; nothing is opened.
 * Throws: flag or spec, naming the flag.
 */
export function readTrainFlags(values: Values): TrainRequest {
  const data = dataSource(required(values, 'data'))
  const target = values.get('target')?.trim() ?? ownTarget(data) ?? required(values, 'target')
  if (target === '') throw new AppError('flag.empty', { flag: '--target', placeholder: flags.target.value ?? '' })
  const loss = readLoss(values)
  const fixed: FixedSettings = {
    ...readSettings(values),
    overrides: readOverrides(values),
    split: readSplit(values),
    hidden: readHidden(values),
    classWeights: readClassWeights(values),
    optimizer: readOptimizer(values),
    schedule: readSchedule(values),
    seeds: readSeeds(values),
    stop: readStop(values)
  }
  requireUsable({ ...fixed, loss: loss ?? { kind: lossKinds[0] }, targets: [target], features: [], task: 'classification' }, values)
  const engine = readEngine(values)
  const task = values.has('task') ? chosen<Task>(values, 'task', 'classification') : null
  return {
    data,
    reading: readingFrom(values),
    target,
    task,
    loss,
    fixed,
    engine,
    features: readFeatures(values),
    savesRows: values.has('save-rows'),
    out: required(values, 'out')
  }
}

/** Reads the configuration of the backend. Throws: spec. */
function readEngine(values: Values): TrainRequest['engine'] {
  const text = values.get('threads')?.trim() ?? 'auto'
  const threads = text === 'auto' ? text : parseNumber(text)
  if (threads !== 'auto' && !(Number.isInteger(threads) && threads >= 1 && threads <= mostThreads)) {
    throw new AppError('spec.whole-number', { field: '--threads', value: text === '' ? '""' : text, low: 1, high: mostThreads })
  }
  const choice = values.has('engine') ? chosen(values, 'engine', engineChoices[0]) : null
  return { choice, threads, arithmetic: chosen(values, 'arithmetic', arithmetics[0]) }
}

function readHidden(values: Values): Settings['hidden'] {
  const units = readUnits(values.get('hidden')?.trim())
  const names = piecesOf(values.get('activation') ?? defaultSettings.hidden[0].activation, ',')
  if (names.length > 1 && names.length !== units.length) {
    throw new AppError('flag.activation-count', { activations: names.length, layers: units.length })
  }
  const activations = names as Settings['hidden'][number]['activation'][]
  return units.map((count, layer) => ({ units: count, activation: activations[layer] ?? activations[0] }))
}

function readUnits(text: string | undefined): number[] {
  if (text === undefined) return defaultSettings.hidden.map(({ units }) => units)
  return text === '' || text === 'none' ? [] : piecesOf(text, ',').map((count) => parseNumber(count))
}

function readSeeds(values: Values): Settings['seeds'] {
  const { split, init, shuffle } = defaultSettings.seeds
  return {
    split: number(values, 'seed-split', number(values, 'seed', split)),
    init: number(values, 'seed-init', number(values, 'seed', init)),
    shuffle: number(values, 'seed-shuffle', number(values, 'seed', shuffle))
  }
}

/** Reads the names of the features; null when the data decide. */
function readFeatures(values: Values): string[] | null {
  if (!values.has('features')) return null
  required(values, 'features')
  return names(values, 'features')
}

/** The flag that a field of the settings comes from, where it is a setting's own or one of several. */
const flagOfField: Readonly<Record<string, FlagName>> = {
  ...Object.fromEntries(settingNames.filter(isFlagged).map((name) => [name, flagOf(name)])),
  'split.folds': 'folds',
  'split.rows': 'split-last',
  ...prefixed('seeds', { split: 'seed-split', init: 'seed-init', shuffle: 'seed-shuffle' }),
  ...prefixed('loss', lossOptionFlags),
  ...prefixed('optimizer', optimizerOptionFlags),
  ...prefixed('stop', stopRuleFlags)
}

function prefixed(field: string, flagsOfParts: Readonly<Record<string, FlagName>>): Readonly<Record<string, FlagName>> {
  return Object.fromEntries(Object.entries(flagsOfParts).map(([name, flag]) => [`${field}.${name}`, flag]))
}

/** The structured settings that one flag sets whole. */
const flagOfPart: Readonly<Record<string, FlagName>> = {
  hidden: 'hidden',
  classWeights: 'class-weights',
  schedule: 'schedule',
  overrides: 'override'
}

/** Validates the settings, and reports an invalid one by the name of its flag. */
function requireUsable(settings: object, values: Values): void {
  try {
    parseSettings(settings)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const field = String(error.details.field)
    const flag = flagOfField[field] ?? flagOfPart[field.split('.')[0]]
    if (!flag) throw error
    const written = values.has(flag) ? flag : 'seed'
    throw new AppError(error.code, { ...error.details, field: `--${written}`, value: values.get(written) || '""' })
  }
}
