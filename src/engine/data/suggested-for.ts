import { suggestSettings, type Settings } from '#core'
import { samples } from '#shared/samples'
import type { LoadedData } from '../../node/files/data-file'

/** The settings that a table is opened with; a sample names its target and task. */
export function suggestedFor({ table, origin, name }: LoadedData): Settings {
  const sample = origin === 'sample' ? samples.find((one) => one.name === name) : undefined
  return suggestSettings(table, sample ? { target: sample.target, task: sample.task } : {})
}
