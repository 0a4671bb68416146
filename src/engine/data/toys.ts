import { AppError, adaptSettings, suggestToySettings, toyPoints, toys, type Settings } from '#core'
import type { ToyPoints } from '#shared/contract'
import type { LoadedData } from '../../node/files/data-file'
import type { ToyData } from '../../node/files/load-toy'

/** The open table, and the settings chosen for it. */
interface Before {
  readonly data: LoadedData
  readonly chosen: Settings
}

/** The settings for a toy data set: as they were where it is the same toy with other knobs or points, else those that suit it. */
export function settingsForToy({ toy, table }: ToyData, before: Before): Settings {
  const isSame = before.data.toy?.name === toy.name
  return isSame ? adaptSettings(table, before.chosen, before.chosen) : suggestToySettings(toy.name, table)
}

/** The open toy data set. Throws: request, when something else is open. */
export function requireToy(data: LoadedData): ToyData {
  const { toy, bytes } = data
  if (!toy || !bytes) throw new AppError('request.no-toy')
  return { ...data, toy, bytes }
}

/** The points of a toy data set, as the page draws them. */
export function pointsOf({ toy, table }: ToyData): ToyPoints {
  const points = toyPoints(toys[toy.name].task, table)
  const labels = points.flatMap(({ label }) => label ?? [])
  return {
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    labels: labels.length > 0 ? labels : null
  }
}
