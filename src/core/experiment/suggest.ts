import { distinctValues, finiteValues } from '../data/columns'
import { cellText, columnNamed, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import { losses, lossKinds, type LossKind } from '../nn/losses'
import type { Note } from '../texts'
import { defaultSettings, type Settings, type Task } from './settings'

/** A target of whole numbers with at most this many different ones is taken for class labels. */
const mostNumericClasses = 20

/**
 * The task a target suggests: text, or few different whole numbers, are classes; other numbers are to be predicted as
 * such.
 */
export function taskFor(column: Column): Task {
  if (column.kind === 'text') return 'classification'
  const areLabels = distinctValues(column).size <= mostNumericClasses && finiteValues(column).every(Number.isInteger)
  return areLabels ? 'classification' : 'regression'
}

/** The losses that fit a task, the usual one first; a loss of one output for the positive class fits two classes only. */
export function usableLosses(task: Task, classCount: number): LossKind[] {
  return lossKinds.filter((kind) => {
    const { task: madeFor, targets } = losses[kind]
    return madeFor === task && (task === 'regression' || targets === 'classes' || classCount === 2)
  })
}

/** What is settled before the rest of the settings is suggested. */
export interface Choice {
  /** The last column that is not empty, unless given. */
  readonly target?: string
  /** By the target, unless given. */
  readonly task?: Task
}

/**
 * Good settings for a table; all columns that can carry something are features.
 * Throws: data, when the chosen target is not there.
 */
export function suggestSettings(table: Table, choice: Choice = {}): Settings {
  const target = choice.target === undefined ? lastFilled(table) : columnNamed(table, choice.target)
  const task = choice.task ?? taskFor(target)
  const [loss] = usableLosses(task, distinctValues(target).size)
  const features = table.columns.filter((column) => column !== target && noteOn(column, table.rows) === null)
  return {
    ...defaultSettings,
    hidden: [...defaultSettings.hidden],
    seeds: { ...defaultSettings.seeds },
    target: target.name,
    task,
    loss: { kind: loss },
    features: features.map(({ name }) => name)
  }
}

/** Why each column that suggestSettings leaves out of the features is left out. */
export function featureNotes(table: Table, target: string): Note[] {
  return table.columns.flatMap((column) => (column.name === target ? [] : (noteOn(column, table.rows) ?? [])))
}

function lastFilled({ columns }: Table): Column {
  const last = columns.findLast((column) => column.missing.includes(0)) ?? columns.at(-1)
  if (!last) throw new LabError('data.empty-file')
  return last
}

/** What speaks against a column as a feature; null when nothing does. */
function noteOn(column: Column, rows: number): Note | null {
  const { name, kind } = column
  const distinct = distinctValues(column)
  if (distinct.size === 0) return { code: 'note.empty-column', details: { name } }
  if (distinct.size === 1) {
    const value = cellText(column, column.missing.indexOf(0))
    return { code: 'note.constant-column', details: { name, value } }
  }
  const isIdentifier = kind === 'text' && distinct.size === rows
  return isIdentifier ? { code: 'note.identifier', details: { name } } : null
}
