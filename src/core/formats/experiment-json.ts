import * as v from 'valibot'
import {
  columnKinds,
  dateOrders,
  encodings,
  escapeChoices,
  omissions,
  raggedRows,
  separators,
  spellingChoices,
  type ReadOptions
} from '../data/read-options'
import type { RowSample } from '../data/row-sample'
import { inputNames } from '../preparation/pipeline'
import type { DataIdentity, RunRecord } from '../runs/run-record'
import { schemaError } from '../settings/schema-error'
import { byName, storedByName } from '../settings/by-name'
import { parseSettings, type Settings } from '../settings/settings'
import { fromUtf8 } from './bytes'
import { jsonText, parseJson, type Json } from './json'
import { networkJson, readingJson } from './model-metadata'
import { requireObject } from './weights-file'

/** The part of a run that repeats it. */
export type RepeatableRun = Pick<RunRecord, 'data' | 'format' | 'settings' | 'pipeline' | 'network' | 'rows' | 'build'>

/**
 * Writes experiment.json: everything needed to reproduce a run. The same experiment gives the same bytes, so it has no date, path or machine.
 * Throws: format, when a constant is not finite.
 */
export function experimentJson({ data, format, settings, pipeline, network, rows, build }: RepeatableRun): string {
  const { origin, name, sha256 } = data
  const text = jsonText({
    format: 'backprop-lab-experiment',
    version: 1,
    data: { origin, name, sha256 },
    reading: { ...format, missing: [...format.missing], kinds: { ...format.kinds }, sample: format.sample && { ...format.sample } },
    // The first target again by itself, as in files from before there could be several.
    settings: { target: settings.targets[0], ...settings, loss: { ...settings.loss }, overrides: overridesJson(settings) },
    rows: { train: rows.train, test: rows.test, validation: rows.validation, dropped: rows.dropped },
    pipeline: {
      features: pipeline.features.map((feature) => ({ ...feature })),
      target: { ...pipeline.targets[0] },
      targets: pipeline.targets.map((target) => ({ ...target })),
      scaling: pipeline.scaling,
      missing: pipeline.missing,
      encode: pipeline.encode,
      ...(pipeline.reading ? { reading: readingJson(pipeline.reading) } : {})
    },
    inputs: inputNames(pipeline),
    network: networkJson(network),
    build: { ...build },
    ...(build.engine.includes(' + ') ? { note: NOT_REPEATABLE } : {})
  })
  return `${text}\n`
}

const NOT_REPEATABLE =
  'Some steps were computed by an earlier version of the program, whose last bits were others, or were taken in the microscope, on rows that may have been chosen there. The run cannot be repeated from these settings alone; its weights are in the session and in the exported files.'

/** Returns the per-column settings, without those left to the common ones. */
function overridesJson({ overrides }: Settings): Json {
  return JSON.parse(JSON.stringify(storedByName(overrides))) as Json
}

/** A run as experiment.json describes it: its data, how they were read, and its settings. */
export interface StoredExperiment {
  readonly data: DataIdentity
  readonly reading: ReadOptions & { readonly sample?: RowSample }
  readonly settings: Settings
}

const schema = v.object({
  format: v.literal('backprop-lab-experiment'),
  version: v.literal(1),
  data: v.object({ origin: v.picklist(['sample', 'file', 'toy']), name: v.string(), sha256: v.string() }),
  reading: v.optional(
    v.object({
      encoding: v.picklist(encodings),
      separator: v.picklist(separators),
      decimal: v.picklist(['.', ',']),
      grouped: v.optional(v.boolean(), true),
      header: v.boolean(),
      ragged: v.optional(v.picklist(raggedRows)),
      missing: v.array(v.string()),
      dates: v.optional(v.picklist(dateOrders)),
      spellings: v.optional(v.picklist(spellingChoices)),
      escape: v.optional(v.picklist(escapeChoices)),
      skip: v.optional(v.number()),
      omit: v.optional(v.array(v.picklist(omissions))),
      sheet: v.optional(v.string()),
      kinds: v.optional(byName(v.picklist(columnKinds)), {}),
      sample: v.optional(
        v.nullable(v.object({ rows: v.number(), how: v.picklist(['first', 'random']), seed: v.optional(v.number()) })),
        null
      )
    })
  ),
  settings: v.unknown()
})

/**
 * Reads the experiment.json of a run, of this version or an earlier one.
 * Throws: format, naming the field; spec, naming a setting that cannot be used.
 */
export function readExperimentJson(bytes: Uint8Array): StoredExperiment {
  const file = requireObject(parseJson(fromUtf8(bytes, 'JSON')))
  const result = v.safeParse(schema, file)
  if (!result.success) throw schemaError(result.issues[0], 'experiment')
  const { data, reading, settings } = result.output
  return { data, reading: readingOf(reading), settings: parseSettings(settings) }
}

type Reading = v.InferOutput<typeof schema>['reading']

/** Without what was not chosen. A decimal mark that is asked for implies a mark of thousands; where there was none, it is found anew. */
function readingOf(stored: Reading): StoredExperiment['reading'] {
  if (!stored) return {}
  const { encoding, separator, decimal, grouped, header, ragged, missing, kinds, dates, spellings, escape, skip, omit, sheet, sample } =
    stored
  return {
    encoding,
    separator,
    header,
    missing,
    kinds,
    ...(grouped ? { decimal } : {}),
    ...(ragged ? { ragged } : {}),
    ...(dates ? { dates } : {}),
    ...(spellings ? { spellings } : {}),
    ...(escape ? { escape } : {}),
    ...(skip ? { skip } : {}),
    ...(omit ? { omit } : {}),
    ...(sheet === undefined ? {} : { sheet }),
    ...(sample ? { sample: sample.seed === undefined ? { rows: sample.rows, how: sample.how } : { ...sample, seed: sample.seed } } : {})
  }
}
