import { LabError, featureNotes, parseSettings, suggestSettings, type Note, type Settings, type Table } from '#core'
import type { TrainRequest } from './train-request'

/**
 * The whole settings of a run: what was asked for, and for the rest what the data suggest. The notes say what was left out of the
 * features.
 * Throws: data, when there is no such target; flag.
 */
export function settingsFor(request: TrainRequest, table: Table): { settings: Settings; notes: readonly Note[] } {
  requireOneTarget(request.target, table)
  const suggestion = suggestSettings(table, { target: request.target, ...(request.task ? { task: request.task } : {}) })
  const settings = parseSettings({
    ...request.fixed,
    targets: suggestion.targets,
    task: suggestion.task,
    features: request.features ?? suggestion.features,
    loss: request.loss ?? suggestion.loss
  })
  return { settings, notes: request.features ? [] : featureNotes(table, settings.targets) }
}

/** Several columns with commas between are for a later version; a column may have a comma in its name, though. */
function requireOneTarget(target: string, { columns }: Table): void {
  const names = target.split(',').map((name) => name.trim())
  const isColumn = (name: string) => columns.some((column) => column.name === name)
  if (names.length > 1 && !isColumn(target) && names.every(isColumn)) throw new LabError('flag.several-targets', { value: target })
}
