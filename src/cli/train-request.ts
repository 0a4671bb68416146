import { extname } from 'node:path'
import {
  LabError,
  defaultSettings,
  isToyReference,
  lossKinds,
  parseNumber,
  parseSettings,
  parseToyReference,
  toyTarget,
  toys,
  type LossSpec,
  type Settings,
  type Task
} from '#core'
import { arithmetics, engineChoices, mostThreads, type EngineChoice, type EngineRequest } from '#shared/engine'
import { sampleNamed } from '#shared/samples'
import { flags, lossOptionFlags, optimizerOptionFlags, type FlagName } from './flags'
import { chosen, number, type Values } from './flag-values'
import { readClassWeights, readLoss, readOptimizer, readSchedule } from './train-options'

/** Where the data are: in a file, in a sample, in a toy data set, or in a file whose name could have been that of a sample. */
export interface DataSource {
  readonly kind: 'path' | 'sample' | 'toy' | 'bare-name'
  readonly name: string
}

/** What `train` was asked to do, as far as the flags alone tell; every number is checked. null: the data decide. */
export interface TrainRequest {
  readonly data: DataSource
  readonly out: string
  readonly target: string
  readonly features: readonly string[] | null
  readonly task: Task | null
  readonly loss: LossSpec | null
  /** What it runs on; no choice leaves it to the environment. */
  readonly engine: Omit<EngineRequest, 'choice'> & { readonly choice: EngineChoice | null }
  /** The settings that do not depend on the data. */
  readonly fixed: FixedSettings
}

type FixedSettings = Omit<Settings, 'targets' | 'features' | 'task' | 'loss'>

/**
 * Reads and checks the flags of `train`; nothing is opened.
 * Throws: flag or spec, naming the flag.
 */
export function readTrainFlags(values: Values): TrainRequest {
  const data = dataSource(required(values, 'data'))
  const own = data.kind === 'toy' ? targetOfToy(data.name) : sampleNamed(data.kind === 'sample' ? data.name : '')?.target
  const target = values.get('target')?.trim() ?? own ?? required(values, 'target')
  if (target === '') throw new LabError('flag.empty', { flag: '--target', placeholder: flags.target.value ?? '' })
  const loss = readLoss(values)
  const fixed: FixedSettings = {
    ...defaultSettings,
    scale: chosen(values, 'scale', defaultSettings.scale),
    test: number(values, 'test', defaultSettings.test),
    hidden: readHidden(values),
    bias: !values.has('no-bias'),
    initializer: chosen(values, 'init', defaultSettings.initializer),
    dropout: number(values, 'dropout', defaultSettings.dropout),
    classWeights: readClassWeights(values),
    optimizer: readOptimizer(values),
    schedule: readSchedule(values),
    clip: values.has('clip') ? number(values, 'clip', 0) : defaultSettings.clip,
    l1: number(values, 'l1', defaultSettings.l1),
    l2: number(values, 'l2', defaultSettings.l2),
    learningRate: number(values, 'learning-rate', defaultSettings.learningRate),
    batchSize: number(values, 'batch-size', defaultSettings.batchSize),
    epochs: number(values, 'epochs', defaultSettings.epochs),
    seeds: readSeeds(values),
    precision: chosen(values, 'precision', defaultSettings.precision),
    evaluation: chosen(values, 'evaluate', defaultSettings.evaluation)
  }
  requireUsable({ ...fixed, loss: loss ?? { kind: lossKinds[0] }, targets: [target], features: [], task: 'classification' }, values)
  const engine = readEngine(values)
  const task = values.has('task') ? chosen<Task>(values, 'task', 'classification') : null
  return { data, target, task, loss, fixed, engine, features: readFeatures(values), out: required(values, 'out') }
}

/** Throws: spec. */
function readEngine(values: Values): TrainRequest['engine'] {
  const text = values.get('threads')?.trim() ?? 'auto'
  const threads = text === 'auto' ? text : parseNumber(text)
  if (threads !== 'auto' && !(Number.isInteger(threads) && threads >= 1 && threads <= mostThreads)) {
    throw new LabError('spec.whole-number', { field: '--threads', value: text === '' ? '""' : text, low: 1, high: mostThreads })
  }
  const choice = values.has('engine') ? chosen(values, 'engine', engineChoices[0]) : null
  return { choice, threads, arithmetic: chosen(values, 'arithmetic', arithmetics[0]) }
}

function required(values: Values, name: FlagName): string {
  const value = values.get(name)
  const details = { flag: `--${name}`, placeholder: flags[name].value ?? '' }
  if (value === undefined) throw new LabError('flag.required', details)
  if (value.trim() === '') throw new LabError('flag.empty', details)
  return value
}

/** What begins with `toy:` is a toy data set; what has a path separator or an ending is a path; a bare name is a sample if there is one of that name, else a path. */
function dataSource(name: string): DataSource {
  if (isToyReference(name)) return { kind: 'toy', name }
  if (/[\\/]/.test(name) || extname(name) !== '') return { kind: 'path', name }
  return { kind: sampleNamed(name) ? 'sample' : 'bare-name', name }
}

/** Throws: spec, when there is no such toy data set or a knob cannot be as it says. */
function targetOfToy(reference: string): string {
  return toyTarget(toys[parseToyReference(reference).name].task)
}

function readHidden(values: Values): Settings['hidden'] {
  const units = readUnits(values.get('hidden')?.trim())
  const names = (values.get('activation') ?? defaultSettings.hidden[0].activation).split(',').map((name) => name.trim())
  if (names.length > 1 && names.length !== units.length) {
    throw new LabError('flag.activation-count', { activations: names.length, layers: units.length })
  }
  const activations = names as Settings['hidden'][number]['activation'][]
  return units.map((count, layer) => ({ units: count, activation: activations[layer] ?? activations[0] }))
}

function readUnits(text: string | undefined): number[] {
  if (text === undefined) return defaultSettings.hidden.map(({ units }) => units)
  return text === '' || text === 'none' ? [] : text.split(',').map((count) => parseNumber(count.trim()))
}

function readSeeds(values: Values): Settings['seeds'] {
  const { split, init, shuffle } = defaultSettings.seeds
  return {
    split: number(values, 'seed-split', number(values, 'seed', split)),
    init: number(values, 'seed-init', number(values, 'seed', init)),
    shuffle: number(values, 'seed-shuffle', number(values, 'seed', shuffle))
  }
}

/** A name in double quotes, where it may hold commas and doubled quotes, or the text up to the next comma. */
const LISTED_NAME = /\s*"((?:[^"]|"")*)"\s*|[^,]+/g

/** Names with commas between, as a line of CSV. */
function readFeatures(values: Values): string[] | null {
  if (!values.has('features')) return null
  const names = [...required(values, 'features').matchAll(LISTED_NAME)]
  return names.map(([plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain.trim()).filter((name) => name !== '')
}

/** The flag that a field of the settings comes from. */
const flagOfField: Readonly<Record<string, FlagName>> = {
  scale: 'scale',
  test: 'test',
  hidden: 'hidden',
  dropout: 'dropout',
  clip: 'clip',
  l1: 'l1',
  l2: 'l2',
  learningRate: 'learning-rate',
  batchSize: 'batch-size',
  epochs: 'epochs',
  'seeds.split': 'seed-split',
  'seeds.init': 'seed-init',
  'seeds.shuffle': 'seed-shuffle',
  ...prefixed('loss', lossOptionFlags),
  ...prefixed('optimizer', optimizerOptionFlags),
  precision: 'precision'
}

function prefixed(field: string, flagOf: Readonly<Record<string, FlagName>>): Readonly<Record<string, FlagName>> {
  return Object.fromEntries(Object.entries(flagOf).map(([name, flag]) => [`${field}.${name}`, flag]))
}

/** The parts of the settings that one flag fills whole. */
const flagOfPart: Readonly<Record<string, FlagName>> = { hidden: 'hidden', classWeights: 'class-weights', schedule: 'schedule' }

/** Holds the settings against their rules, and says a broken one in the words of the command line. */
function requireUsable(settings: object, values: Values): void {
  try {
    parseSettings(settings)
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    const field = String(error.details.field)
    const flag = flagOfField[field] ?? flagOfPart[field.split('.')[0]]
    if (!flag) throw error
    const written = values.has(flag) ? flag : 'seed'
    throw new LabError(error.code, { ...error.details, field: `--${written}`, value: values.get(written) || '""' })
  }
}
