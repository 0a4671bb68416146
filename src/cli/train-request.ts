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
import { engineChoices, mostThreads, type EngineChoice, type EngineConfig } from '#shared/engine'
import type { CheckChoice } from './check-saved'
import { dataSource, ownTarget, type DataSource } from './data-source'
import { flags, type FlagName } from './flags'
import { chosen, names, number, required, type Values } from './flag-values'
import { readOverrides, readSplit } from './preparation-flags'
import { readingFrom, type Reading } from './read-flags'
import { readSettings, type FixedSettings } from './read-settings'
import { dataOfRun } from './run-data'
import { flagOf, isFlagged } from './setting-flags'
import type { StoredRun } from './stored-run'
import { lossOptionFlags, optimizerOptionFlags, stopRuleFlags } from './structured-flags'
import { readClassWeights, readLoss, readOptimizer, readSchedule, readStop } from './train-options'

/** A request to `train`, as far as the flags alone determine it; every number is checked. null: the data decide. */
export interface TrainRequest {
  readonly data: DataSource
  readonly reading: Reading
  readonly out: string
  /** Whether the rows of each part of the split are saved as well. */
  readonly savesRows: boolean
  /** Which gradients are checked after training; null leaves it to the work. */
  readonly check: CheckChoice | null
  /** The target column or several: as text, comma-separated, or by their names. */
  readonly target: string | readonly string[]
  readonly features: readonly string[] | null
  readonly task: Task | null
  readonly loss: LossSpec | null
  /** The backend; no choice leaves it to the environment. */
  readonly engine: Omit<EngineConfig, 'choice'> & { readonly choice: EngineChoice | null }
  /** Settings that do not depend on the data. */
  readonly fixed: FixedSettings
  /** The run that is trained again or goes on; null for a new one. */
  readonly stored: StoredRun | null
}

/**
 * Reads and checks the flags of `train`; nothing is opened. A setting that no flag sets is that of the stored run, where there is one.
 * Throws: flag or spec, naming the flag.
 */
export function readTrainFlags(values: Values, stored: StoredRun | null = null): TrainRequest {
  const data = stored ? dataOfRun(values, stored.experiment, stored.path) : dataSource(required(values, 'data'))
  const before = stored?.experiment.settings ?? null
  const target = values.get('target')?.trim() ?? (before ? null : (ownTarget(data) ?? required(values, 'target')))
  if (target === '') throw new AppError('flag.empty', { flag: '--target', placeholder: flags.target.value ?? '' })
  // Another target may take another loss and task.
  const own = target === null ? before : null
  const loss = readLoss(values, own?.loss ?? null)
  const base = before ?? (defaultSettings as unknown as FixedSettings)
  const fixed: FixedSettings = {
    ...readSettings(values, base),
    overrides: readOverrides(values, base),
    split: readSplit(values, base),
    hidden: readHidden(values, base),
    classWeights: readClassWeights(values, base),
    optimizer: readOptimizer(values, base),
    schedule: readSchedule(values, base),
    seeds: readSeeds(values, base),
    stop: readStop(values, base)
  }
  requireUsable({ ...fixed, loss: loss ?? { kind: lossKinds[0] }, targets: [target ?? ''], features: [], task: 'classification' }, values)
  const engine = readEngine(values)
  const task = values.has('task') ? chosen<Task>(values, 'task', 'classification') : (own?.task ?? null)
  return {
    data,
    reading: stored && data.kind !== 'toy' ? { ...stored.experiment.reading, ...readingFrom(values) } : readingFrom(values),
    target: target ?? own?.targets ?? [],
    task,
    loss,
    fixed,
    engine,
    features: readFeatures(values) ?? own?.features ?? null,
    savesRows: values.has('save-rows'),
    check: values.has('check') ? chosen<CheckChoice>(values, 'check', 'full') : null,
    // A run that goes on stays in its folder unless it is given another.
    out: stored?.training && !values.has('out') ? stored.path : required(values, 'out'),
    stored
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
  return { choice, threads }
}

function readHidden(values: Values, { hidden: base }: FixedSettings): Settings['hidden'] {
  if (!values.has('hidden') && !values.has('activation')) return base
  const units = values.has('hidden') ? readUnits(values.get('hidden')?.trim() ?? '') : base.map((layer) => layer.units)
  const [first = defaultSettings.hidden[0]] = base
  const names = piecesOf(values.get('activation') ?? first.activation, ',')
  if (names.length > 1 && names.length !== units.length) {
    throw new AppError('flag.activation-count', { activations: names.length, layers: units.length })
  }
  const activations = names as Settings['hidden'][number]['activation'][]
  return units.map((count, layer) => ({ units: count, activation: activations[layer] ?? activations[0] }))
}

function readUnits(text: string): number[] {
  return text === '' || text === 'none' ? [] : piecesOf(text, ',').map((count) => parseNumber(count))
}

function readSeeds(values: Values, base: FixedSettings): Settings['seeds'] {
  const { split, init, shuffle } = base.seeds
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
