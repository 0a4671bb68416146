import * as v from 'valibot'
import { LabError } from '../errors'
import { activationNames } from '../nn/activations'
import { losses, lossKinds, type LossKind, type LossOption, type LossSpec } from '../nn/losses'
import { texts, type Details, type TextCode } from '../texts'

/** How far the settings may go. Where a limit is not mathematics, it is what one screen and one machine can bear. */
export const limits = {
  hiddenLayers: 12,
  units: 4096,
  epochs: 1_000_000,
  batchSize: 1_000_000,
  classes: 1000,
  inputs: 10_000,
  seed: 4_294_967_295
} as const

/** A rule's message inside the schema: the code of its sentence and the figures in it, to be filled in by parseSettings. */
const rule = (code: TextCode, details: Details = {}) => JSON.stringify({ code, details })

const whole = (low: number, high: number) => {
  const message = rule('spec.whole-number', { low, high })
  return v.pipe(v.number(message), v.integer(message), v.minValue(low, message), v.maxValue(high, message))
}

const above = (bound: number) => {
  const message = rule('spec.above', { above: bound })
  return v.pipe(v.number(message), v.finite(message), v.gtValue(bound, message))
}

const nonNegative = v.pipe(
  v.number(rule('spec.non-negative')),
  v.finite(rule('spec.non-negative')),
  v.minValue(0, rule('spec.non-negative'))
)

const fraction = v.pipe(
  v.number(rule('spec.fraction')),
  v.minValue(0, rule('spec.fraction')),
  v.ltValue(1, rule('spec.fraction'))
)

const choice = <const Names extends readonly string[]>(names: Names) =>
  v.picklist(names, rule('spec.choice', { choices: names.join(', ') }))

const seed = whole(0, limits.seed)

/** The schema of a stored loss, from its entry in the catalogue. */
function lossEntrySchema(kind: LossKind) {
  const options = Object.entries<LossOption>(losses[kind].options).map(
    ([name, option]) => [name, v.optional(above(option.above))] as const
  )
  return v.strictObject({ kind: v.literal(kind), ...Object.fromEntries(options) })
}

export const lossSchema = v.pipe(
  v.variant('kind', lossKinds.map(lossEntrySchema) as [ReturnType<typeof lossEntrySchema>]),
  v.transform((spec) => spec as LossSpec)
)

export const hiddenLayerSchema = v.object({
  units: whole(1, limits.units),
  activation: choice(activationNames)
})

export const scalings = ['none', 'standard', 'minmax'] as const
export type Scaling = (typeof scalings)[number]

export const tasks = ['classification', 'regression'] as const
export type Task = (typeof tasks)[number]

/** Everything a person chooses about an experiment, but the data file. What repeats a run: these, the file, and the build. */
export const settingsSchema = v.strictObject({
  /** The column to predict. */
  target: v.string(),
  /** The columns to predict it from, by name. */
  features: v.array(v.string()),
  task: choice(tasks),
  scale: choice(scalings),
  /** The part of the rows kept for testing, 0 ≤ x < 1. */
  test: fraction,
  hidden: v.pipe(v.array(hiddenLayerSchema), v.maxLength(limits.hiddenLayers, rule('spec.too-many-layers', { limit: limits.hiddenLayers }))),
  bias: v.boolean(),
  loss: lossSchema,
  l2: nonNegative,
  learningRate: above(0),
  batchSize: whole(1, limits.batchSize),
  epochs: whole(1, limits.epochs),
  seeds: v.object({ split: seed, init: seed, shuffle: seed }),
  precision: choice(['f32', 'f64'])
})

export type Settings = v.InferOutput<typeof settingsSchema>

/** Good for small tables: learning is visible in seconds. Precision f64, so that every figure shown is the one computed. */
export const defaultSettings = {
  scale: 'standard',
  test: 0.25,
  hidden: [{ units: 16, activation: 'tanh' }],
  bias: true,
  l2: 0,
  learningRate: 0.1,
  batchSize: 16,
  epochs: 100,
  seeds: { split: 1, init: 1, shuffle: 1 },
  precision: 'f64'
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
  const shown = describeValue(issue.input)
  const known = readRule(issue.message)
  if (known) throw new LabError(known.code, { field, value: shown, ...known.details })
  throw new LabError('spec.malformed', { field, value: shown, problem: issue.message })
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
