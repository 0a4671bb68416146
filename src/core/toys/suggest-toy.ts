import type { Table } from '../data/table'
import type { Settings } from '../settings/settings'
import { suggestSettings } from '../preparation/suggest'
import { toys, type ToyName } from './catalogue'
import { toyTarget } from './toy-csv'

/** Suggests settings for a toy dataset's table: the usual ones, and those that this toy needs. */
export function suggestToySettings(name: ToyName, table: Table): Settings {
  const { task, start } = toys[name]
  return { ...suggestSettings(table, { target: toyTarget(task), task }), ...start }
}
