import { AppError, featureNotes, parseSettings, suggestSettings, type Note, type Settings, type Table } from '#core'
import { namesIn } from './flag-values'
import type { TrainRequest } from './train-request'

/**
 * The whole settings of a run: what was asked for, and for the rest what the data suggest. The notes say what was left out of the
 * features.
 * Throws: data, when there is no such column; flag.
 */
export function settingsFor(request: TrainRequest, table: Table): { settings: Settings; notes: readonly Note[] } {
  const { split, overrides } = request.fixed
  const targets = targetsIn(request.target, table)
  const suggestion = suggestSettings(table, { targets, ...(request.task ? { task: request.task } : {}) })
  // What says the side of a row is nothing that a new row has.
  const own = split.kind === 'column' ? [split.column] : []
  const settings = parseSettings({
    ...request.fixed,
    targets,
    task: suggestion.task,
    features: request.features ?? suggestion.features.filter((name) => !own.includes(name)),
    loss: request.loss ?? suggestion.loss
  })
  const stray = Object.keys(overrides).find((name) => !settings.features.includes(name))
  if (stray !== undefined) throw new AppError('flag.no-feature', { flag: '--override', name: stray })
  const left = (name: string) => [...targets, ...own].includes(name)
  return { settings, notes: request.features ? [] : featureNotes(table, table.columns.map(({ name }) => name).filter(left)) }
}

/** One column, whose name may have commas, or several with commas between. */
function targetsIn(text: string, { columns }: Table): string[] {
  return columns.some(({ name }) => name === text) ? [text] : namesIn(text)
}
