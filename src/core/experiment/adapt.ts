import { distinctValues } from '../data/columns'
import type { Table } from '../data/table'
import type { Settings } from './settings'
import { suggestSettings, taskFor, usableLosses } from './suggest'

/**
 * Wanted settings, with what a new target implies: its task, its features (all columns that carry something), and a loss that fits.
 * What still fits is left as it was. An unknown column is left for `prepare` to name.
 */
export function adaptSettings(table: Table, before: Settings, wanted: Settings): Settings {
  const column = table.columns.find(({ name }) => name === wanted.target)
  if (!column) return wanted
  const newTarget = wanted.target !== before.target
  const task = newTarget ? taskFor(column) : wanted.task
  const features = newTarget ? suggestSettings(table, { target: wanted.target, task }).features : wanted.features
  const usable = usableLosses(task, distinctValues(column).size)
  const loss = usable.includes(wanted.loss.kind) || usable.length === 0 ? wanted.loss : { kind: usable[0] }
  return { ...wanted, task, features, loss }
}
