import { countDistinct } from '../data/columns'
import type { Table } from '../data/table'
import { isSame } from '../settings/is-same'
import type { Settings } from '../settings/settings'
import { suggestSettings, taskFor, usableLosses } from './suggest'

/**
 * Adapts requested settings to new targets: their task, the features (all columns that carry information), and a loss that fits. Settings
 * that still fit are kept; settings that change features or task along with the targets are left as requested, as when a change is
 * undone. An unknown column is left for `prepare` to report.
 */
export function adaptSettings(table: Table, before: Settings, wanted: Settings): Settings {
  const columns = wanted.targets.flatMap((target) => table.columns.find(({ name }) => name === target) ?? [])
  const [first, ...others] = columns
  if (!first || columns.length < wanted.targets.length) return wanted
  const isKept = (key: 'targets' | 'features' | 'task') => isSame(wanted[key], before[key])
  const areNew = !isKept('targets') && isKept('features') && isKept('task')
  const task = areNew ? taskFor(first, ...others) : wanted.task
  const features = areNew ? suggestSettings(table, { targets: wanted.targets, task }).features : wanted.features
  const usable = usableLosses(task, countDistinct(first))
  const loss = usable.includes(wanted.loss.kind) || usable.length === 0 ? wanted.loss : { kind: usable[0] }
  return { ...wanted, task, features, loss }
}
