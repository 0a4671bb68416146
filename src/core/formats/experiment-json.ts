import { inputNames } from '../preparation/pipeline'
import type { RunRecord } from '../runs/run-record'
import { storedByName } from '../settings/by-name'
import type { Settings } from '../settings/settings'
import { jsonText, type Json } from './json'
import { networkJson } from './model-metadata'

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
      ...(pipeline.reading ? { reading: { ...pipeline.reading } } : {})
    },
    inputs: inputNames(pipeline),
    network: networkJson(network),
    build: { ...build }
  })
  return `${text}\n`
}

/** Returns the per-column settings, without those left to the common ones. */
function overridesJson({ overrides }: Settings): Json {
  return JSON.parse(JSON.stringify(storedByName(overrides))) as Json
}
