import { AppError, columnNamed, featureNotes, parseSettings, suggestSettings, type Note, type Settings, type Table } from '#core'
import { namesIn } from './flag-values'
import type { TrainRequest } from './train-request'

/**
 * Returns the complete settings of a run: those requested, and for the rest those suggested from the data. The notes name the columns
 * excluded from the features.
 * Throws: data, when there is no such column, or none to learn from; flag.
 */
export function settingsFor(request: TrainRequest, table: Table): { settings: Settings; notes: readonly Note[] } {
  const { split, overrides } = request.fixed
  const targets = typeof request.target === 'string' ? targetsIn(request.target, table) : [...request.target]
  const suggestion = suggestSettings(table, { targets, ...(request.task ? { task: request.task } : {}) })
  // The split column is not a feature, since new rows do not have it.
  const own = split.kind === 'column' ? [split.column] : []
  const suggested = suggestion.features.filter((name) => !own.includes(name))
  if (request.features === null && suggested.length === 0) throw new AppError('data.no-features', { target: targets.join(', ') })
  const settings = parseSettings({
    ...request.fixed,
    targets,
    task: suggestion.task,
    features: request.features ?? suggested,
    loss: request.loss ?? suggestion.loss
  })
  for (const name of Object.keys(overrides)) columnNamed(table, name)
  const stray = Object.keys(overrides).find((name) => !settings.features.includes(name))
  if (stray !== undefined) throw new AppError('flag.no-feature', { flag: '--override', name: stray })
  const left = (name: string) => [...targets, ...own].includes(name)
  return { settings, notes: request.features ? [] : featureNotes(table, table.columns.map(({ name }) => name).filter(left)) }
}

/** Parses one column, whose name may contain commas, or several, comma-separated. */
function targetsIn(text: string, { columns }: Table): string[] {
  return columns.some(({ name }) => name === text) ? [text] : namesIn(text)
}
