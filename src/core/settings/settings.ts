import * as v from 'valibot'
import { settingNames, settingOf, settingsCatalogue, type NamesWithDefault, type SettingName, type SettingsCatalogue } from './catalogue'
import { choiceSchema, numberSchema, rule } from './rules'
import { schemaError } from './schema-error'
import type { Setting } from './setting'
import { structuredSchemas } from './structured'

/** The value of a setting whose entry is of such a kind. */
type ValueOf<Name extends SettingName, Entry> = Entry extends { readonly kind: 'number' }
  ? Entry extends { readonly nullable: true }
    ? number | null
    : number
  : Entry extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
    ? Choice
    : Entry extends { readonly kind: 'switch' }
      ? boolean
      : Name extends keyof typeof structuredSchemas
        ? v.InferOutput<(typeof structuredSchemas)[Name]>
        : never

/** Everything a person chooses about an experiment, but the data file; see settingsCatalogue. */
export type Settings = { -readonly [Name in SettingName]: ValueOf<Name, SettingsCatalogue[Name]> }

function schemaOf(name: SettingName): v.GenericSchema {
  const entry = settingOf(name)
  const schema = requiredSchema(name, entry)
  return entry.required ? schema : v.optional(schema, entry.default)
}

function requiredSchema(name: SettingName, entry: Setting): v.GenericSchema {
  switch (entry.kind) {
    case 'number':
      return entry.nullable ? v.nullable(numberSchema(entry.range)) : numberSchema(entry.range)
    case 'choice':
      return choiceSchema(entry.choices)
    case 'switch':
      return v.boolean()
    case 'structured':
      return structuredSchemas[name as keyof typeof structuredSchemas]
  }
}

const currentSchema = v.strictObject(Object.fromEntries(settingNames.map((name) => [name, schemaOf(name)]))) as unknown as v.GenericSchema<
  unknown,
  Settings
>

/** The settings as they stand in a file: one `target` where an earlier version wrote it, and beside `targets` where a file has both. */
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

type DefaultSettings = { readonly [Name in NamesWithDefault]: SettingsCatalogue[Name]['default'] }

/** The defaults of the catalogue, good for small tables: learning is visible in seconds. */
export const defaultSettings = Object.fromEntries(
  Object.entries(settingsCatalogue).flatMap(([name, entry]) => ('default' in entry ? [[name, entry.default]] : []))
) as unknown as DefaultSettings

/**
 * Checks settings that came from outside.
 * Throws: spec, naming the field, what it is and what it must be.
 */
export function parseSettings(value: unknown): Settings {
  const result = v.safeParse(settingsSchema, value)
  if (result.success) return result.output
  throw schemaError(result.issues[0], 'settings')
}
