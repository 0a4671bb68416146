import * as v from 'valibot'
import { AppError } from '../messages/app-error'
import { activationNames } from '../nn/activations'
import { losses, type LossSpec } from '../nn/losses'
import { initializerNames } from '../nn/initializers'
import type { NumberRange, Options } from '../nn/option'
import { optimizers, type OptimizerSpec } from '../nn/optimizers'
import { schedules, type ScheduleSpec } from '../nn/schedules'
import { evaluationChoices } from '../train/evaluation-rule'
import { texts, type Details, type TextCode } from '../messages/catalogue'
import { byName } from './by-name'

/** How far the settings may go. Where a limit is not mathematics, it is what one screen and one machine can bear. */
export const limits = {
  hiddenLayers: 12,
  units: 4096,
  epochs: 1_000_000,
  batchSize: 1_000_000,
  classes: 1000,
  inputs: 10_000,
  targets: 1000,
  testRows: 1_000_000_000,
  seed: 4_294_967_295
} as const

/** A rule's message inside the schema: the code of its sentence and the figures in it, to be filled in by parseSettings. */
const rule = (code: TextCode, details: Details = {}) => JSON.stringify({ code, details })

/** The schema of a number in a range, with the sentence that fits it. */
function number(range: NumberRange): v.GenericSchema<number> {
  const { min = -Infinity, exclusiveMin = -Infinity, max = Infinity, exclusiveMax = Infinity } = range
  const message = ruleOf(range)
  return v.pipe(
    v.number(message),
    v.finite(message),
    v.check((x) => x >= min && x > exclusiveMin && x <= max && x < exclusiveMax && (!range.integer || Number.isInteger(x)), message)
  )
}

function ruleOf({ min, exclusiveMin, max, exclusiveMax, integer }: NumberRange): string {
  if (integer) return rule('spec.whole-number', { low: min ?? 0, high: max ?? Infinity })
  if (exclusiveMin !== undefined) return rule('spec.above', { above: exclusiveMin })
  if (exclusiveMax === undefined) return rule('spec.non-negative')
  return min === 0 && exclusiveMax === 1 ? rule('spec.fraction') : rule('spec.between', { from: min ?? 0, below: exclusiveMax })
}

const whole = (min: number, max: number) => number({ min, max, integer: true })
const positive = number({ exclusiveMin: 0 })
const nonNegative = number({ min: 0 })
const fraction = number({ min: 0, exclusiveMax: 1 })

const choice = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, rule('spec.choice', { choices: names.join(', ') }))

const seed = whole(0, limits.seed)

/** Chosen by what came and not a union, whose sentence would be about both when a factor is wrong. */
const classWeightsSchema = v.lazy((weights) => (typeof weights === 'string' ? v.literal('balanced') : byName(positive)))

type OptionalFields = Record<string, v.GenericSchema>

/** The schema of an object whose kind is a key of a catalogue, with the options of that entry. */
function kindSchema<Spec extends { readonly kind: string }>(
  catalogue: Readonly<Record<Spec['kind'], { readonly options: Options }>>,
  rest: OptionalFields
): v.GenericSchema<Spec> {
  const entries = Object.entries<{ readonly options: Options }>(catalogue).map(([kind, { options }]) => {
    const numbers = Object.entries(options).map(([name, option]) => [name, v.optional(number(option))])
    return v.strictObject({ kind: v.literal(kind), ...(Object.fromEntries(numbers) as OptionalFields), ...rest })
  })
  const choices = Object.keys(catalogue).join(', ')
  return v.variant('kind', entries as [(typeof entries)[number]], rule('spec.choice', { choices })) as unknown as v.GenericSchema<Spec>
}

const lossSchema = kindSchema<LossSpec>(losses, { reduction: v.optional(choice(['mean', 'sum'])) })
const optimizerSchema = kindSchema<OptimizerSpec>(optimizers, { nesterov: v.optional(v.boolean()) })
const scheduleSchema = kindSchema<ScheduleSpec>(schedules, { warmUp: v.optional(nonNegative) })

const noStop = { loss: null, metric: null, patience: null, seconds: null } as const

const orNull = (schema: v.GenericSchema<number>) => v.optional(v.nullable(schema), null)

/** What ends a run before its last epoch, each or none: see StopRule. */
const stopSchema = v.strictObject({
  loss: orNull(positive),
  metric: orNull(fraction),
  patience: orNull(whole(1, limits.epochs)),
  seconds: orNull(positive)
})

const hiddenLayerSchema = v.object({
  units: whole(1, limits.units),
  activation: choice(activationNames)
})

/**
 * How numbers are scaled: not at all; (x − mean) / deviation; (x − minimum) / (maximum − minimum); (x − median) / (Q₃ − Q₁). A spread
 * of 0 counts as 1.
 */
export const scalings = ['none', 'standard', 'minmax', 'robust'] as const
export type Scaling = (typeof scalings)[number]

/** One class of several; several answers of yes or no; numbers. */
export const tasks = ['classification', 'multilabel', 'regression'] as const
export type Task = (typeof tasks)[number]

/**
 * What becomes of missing values: their rows are dropped, or they are filled with the mean, the median or the most frequent value (in
 * texts always the latter); `indicator` fills with the mean, or in texts the most frequent value, and adds an input that is 1 where
 * the value is missing.
 */
export const missingChoices = ['drop', 'mean', 'median', 'mode', 'indicator'] as const
export type MissingChoice = (typeof missingChoices)[number]

/** How texts become inputs: one of 0 or 1 for each category, or the category's number by code point, from 0, scaled like a number. */
export const textEncodings = ['one-hot', 'ordinal'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** What a feature is prepared with where it is not what all the others are. */
const overrideSchema = v.strictObject({
  missing: v.optional(choice(missingChoices)),
  encode: v.optional(choice(textEncodings)),
  scale: v.optional(choice(scalings))
})

/** The most parts that rows can be divided into. */
const mostFolds = 100

const splitKinds = ['ratio', 'column', 'folds', 'last'] as const

/**
 * Which rows are the test rows: `test` of them drawn by seed, class by class where stratified; those that a column says; the `fold`th
 * of so many parts, drawn class by class; or the last rows of the file.
 */
const splitSchema = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('ratio'), stratified: v.optional(v.boolean(), true) }),
    v.strictObject({ kind: v.literal('column'), column: v.string() }),
    v.pipe(
      v.strictObject({ kind: v.literal('folds'), folds: whole(2, mostFolds), fold: v.optional(whole(1, mostFolds), 1) }),
      v.forward(
        v.partialCheck([['folds'], ['fold']], ({ folds, fold }) => fold <= folds, rule('spec.fold')),
        ['fold']
      )
    ),
    v.strictObject({ kind: v.literal('last'), rows: whole(1, limits.testRows) })
  ],
  rule('spec.choice', { choices: splitKinds.join(', ') })
)

/** Everything a person chooses about an experiment, but the data file. What repeats a run: these, the file, and the build. */
const currentSchema = v.strictObject({
  /** The columns to predict: one for classes, one or more for labels and numbers. */
  targets: v.pipe(
    v.array(v.string()),
    v.minLength(1, rule('spec.no-target')),
    v.maxLength(limits.targets, rule('spec.too-many-targets', { limit: limits.targets }))
  ),
  /** The columns to predict it from, by name. */
  features: v.array(v.string()),
  task: choice(tasks),
  missing: v.optional(choice(missingChoices), 'drop'),
  encode: v.optional(choice(textEncodings), 'one-hot'),
  scale: choice(scalings),
  /** By the feature's name. */
  overrides: v.optional(byName(overrideSchema), {}),
  /** Whether targets that are numbers are standardised; the loss is in those units. */
  scaleTargets: v.optional(choice(['none', 'standard']), 'standard'),
  split: v.optional(splitSchema, { kind: 'ratio' }),
  /** The part of the rows kept for testing, 0 ≤ x < 1, where the split is by ratio. */
  test: fraction,
  /** The part of all rows kept for validation, besides the test rows, 0 ≤ x < 1. */
  validation: v.optional(fraction, 0),
  hidden: v.pipe(
    v.array(hiddenLayerSchema),
    v.maxLength(limits.hiddenLayers, rule('spec.too-many-layers', { limit: limits.hiddenLayers }))
  ),
  bias: v.boolean(),
  loss: lossSchema,
  /** What each class counts: `balanced` (n / (classes · n_class), of the training rows), or a factor by name; null for 1 each. */
  classWeights: v.optional(v.nullable(classWeightsSchema), null),
  l1: v.optional(nonNegative, 0),
  l2: nonNegative,
  /** The probability with which units of hidden layers are dropped in a step. */
  dropout: v.optional(fraction, 0),
  initializer: v.optional(choice(['auto', ...initializerNames]), 'auto'),
  optimizer: v.optional(optimizerSchema, { kind: 'sgd' }),
  schedule: v.optional(scheduleSchema, { kind: 'constant' }),
  /** The largest norm of all gradients together; null for no limit. */
  clip: v.optional(v.nullable(positive), null),
  learningRate: positive,
  batchSize: whole(1, limits.batchSize),
  epochs: whole(1, limits.epochs),
  seeds: v.object({ split: seed, init: seed, shuffle: seed }),
  precision: choice(['f32', 'f64']),
  /** After which epochs the network is evaluated: by the rule of counts, or all. */
  evaluation: v.optional(choice(evaluationChoices), 'auto'),
  stop: v.optional(stopSchema, noStop),
  /** Whether the result is the weights of the epoch with the lowest watched loss, and not those of the last. */
  keepBest: v.optional(v.boolean(), false)
})

/** The settings as they stand in a file: one `target` where an earlier version wrote it, and beside `targets` where a file says both. */
export const settingsSchema = v.pipe(
  v.unknown(),
  v.transform(withTargets),
  currentSchema,
  v.forward(
    v.check(({ split, test, validation }) => (split.kind === 'ratio' ? test : 0) + validation < 1, rule('spec.shares')),
    ['validation']
  )
)

function withTargets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('target' in value)) return value
  const { target, ...rest } = value
  return { targets: [target], ...rest }
}

export type Settings = v.InferOutput<typeof currentSchema>

/** Good for small tables: learning is visible in seconds. Precision f64, so that every figure shown is the one computed. */
export const defaultSettings = {
  missing: 'drop',
  encode: 'one-hot',
  scale: 'standard',
  overrides: {},
  scaleTargets: 'standard',
  split: { kind: 'ratio', stratified: true },
  test: 0.25,
  validation: 0,
  hidden: [{ units: 16, activation: 'tanh' }],
  bias: true,
  classWeights: null,
  l1: 0,
  l2: 0,
  dropout: 0,
  initializer: 'auto',
  optimizer: { kind: 'sgd' },
  schedule: { kind: 'constant' },
  clip: null,
  learningRate: 0.1,
  batchSize: 16,
  epochs: 100,
  seeds: { split: 1, init: 1, shuffle: 1 },
  precision: 'f64',
  evaluation: 'auto',
  stop: noStop,
  keepBest: false
} as const satisfies Partial<Settings>

/**
 * Checks settings that came from outside.
 * Throws: spec, naming the field, what it is and what it must be.
 */
export function parseSettings(value: unknown): Settings {
  const result = v.safeParse(settingsSchema, value)
  if (result.success) return result.output
  const issue = result.issues[0]
  const field = v.getDotPath(issue) ?? 'settings'
  // A rule about several fields stands at one of them, whose value it is, while its input is all of them.
  const shown = describeValue(issue.path?.at(-1)?.value ?? issue.input)
  const known = readRule(issue.message)
  if (known) throw new AppError(known.code, { field, value: shown, ...known.details })
  throw new AppError('spec.malformed', { field, value: shown, problem: issue.message })
}

function readRule(message: string): { code: TextCode; details: Details } | null {
  if (!message.startsWith('{')) return null
  const parsed = JSON.parse(message) as { code: TextCode; details: Details }
  return parsed.code in texts ? parsed : null
}

function describeValue(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value)
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}
