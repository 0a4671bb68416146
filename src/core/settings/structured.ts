import * as v from 'valibot'
import { activationNames } from '../nn/activations'
import { losses, type LossSpec } from '../nn/losses'
import type { Options } from '../nn/option'
import { optimizers, type OptimizerSpec } from '../nn/optimizers'
import { schedules, type ScheduleSpec } from '../nn/schedules'
import { byName } from './by-name'
import type { NamesOfKind } from './catalogue'
import { missingChoices, scalings, textEncodings } from './choices'
import { limits } from './limits'
import { choiceSchema, numberSchema, rule } from './rules'

const whole = (min: number, max: number) => numberSchema({ min, max, integer: true })
const positive = numberSchema({ exclusiveMin: 0 })
const fraction = numberSchema({ min: 0, exclusiveMax: 1 })
const seed = whole(0, limits.seed)

type Fields = Record<string, v.GenericSchema>

/** The schema of an object whose kind is a key of a catalogue, with the options of that entry. */
function kindSchema<Spec extends { readonly kind: string }>(
  catalogue: Readonly<Record<Spec['kind'], { readonly options: Options }>>,
  rest: Fields
): v.GenericSchema<Spec> {
  const entries = Object.entries<{ readonly options: Options }>(catalogue).map(([kind, { options }]) => {
    const numbers = Object.entries(options).map(([name, option]) => [name, v.optional(numberSchema(option))])
    return v.strictObject({ kind: v.literal(kind), ...(Object.fromEntries(numbers) as Fields), ...rest })
  })
  const choices = Object.keys(catalogue).join(', ')
  return v.variant('kind', entries as [(typeof entries)[number]], rule('spec.choice', { choices })) as unknown as v.GenericSchema<Spec>
}

const orNull = (schema: v.GenericSchema<number>) => v.optional(v.nullable(schema), null)

/** Chosen by what came and not a union, whose sentence would be about both when a factor is wrong. */
const classWeightsSchema = v.lazy((weights) => (typeof weights === 'string' ? v.literal('balanced') : byName(positive)))

const splitKinds = ['ratio', 'column', 'folds', 'last'] as const

/**
 * The test rows: `test` of all rows drawn by seed, class by class where stratified; those that a column names; the `fold`th of so many
 * parts, drawn class by class; or the last rows of the file.
 */
const splitSchema = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('ratio'), stratified: v.optional(v.boolean(), true) }),
    v.strictObject({ kind: v.literal('column'), column: v.string() }),
    v.pipe(
      v.strictObject({ kind: v.literal('folds'), folds: whole(2, limits.folds), fold: v.optional(whole(1, limits.folds), 1) }),
      v.forward(
        v.partialCheck([['folds'], ['fold']], ({ folds, fold }) => fold <= folds, rule('spec.fold')),
        ['fold']
      )
    ),
    v.strictObject({ kind: v.literal('last'), rows: whole(1, limits.testRows) })
  ],
  rule('spec.choice', { choices: splitKinds.join(', ') })
)

/** The schemas of the settings that are neither a number, nor a choice, nor a switch. */
export const structuredSchemas = {
  targets: v.pipe(
    v.array(v.string()),
    v.minLength(1, rule('spec.no-target')),
    v.maxLength(limits.targets, rule('spec.too-many-targets', { limit: limits.targets }))
  ),
  features: v.array(v.string()),
  overrides: byName(
    v.strictObject({
      missing: v.optional(choiceSchema(missingChoices)),
      encode: v.optional(choiceSchema(textEncodings)),
      scale: v.optional(choiceSchema(scalings))
    })
  ),
  split: splitSchema,
  hidden: v.pipe(
    v.array(v.object({ units: whole(1, limits.units), activation: choiceSchema(activationNames) })),
    v.maxLength(limits.hiddenLayers, rule('spec.too-many-layers', { limit: limits.hiddenLayers }))
  ),
  loss: kindSchema<LossSpec>(losses, { reduction: v.optional(choiceSchema(['mean', 'sum'])) }),
  classWeights: v.nullable(classWeightsSchema),
  optimizer: kindSchema<OptimizerSpec>(optimizers, { nesterov: v.optional(v.boolean()) }),
  schedule: kindSchema<ScheduleSpec>(schedules, { warmUp: v.optional(numberSchema({ min: 0 })) }),
  seeds: v.object({ split: seed, init: seed, shuffle: seed }),
  stop: v.strictObject({
    loss: orNull(positive),
    metric: orNull(fraction),
    patience: orNull(whole(1, limits.epochs)),
    seconds: orNull(positive)
  })
} as const satisfies Readonly<Record<NamesOfKind<'structured'>, v.GenericSchema>>
