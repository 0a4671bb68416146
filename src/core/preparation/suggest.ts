import { countDistinct, distinctValues } from '../data/columns'
import { areWhole, booleanWords } from '../data/column-type'
import { cellText, columnNamed, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { losses, lossKinds, type LossKind } from '../nn/losses'
import type { Note } from '../messages/catalogue'
import type { Task } from '../settings/choices'
import { defaultSettings, type Settings } from '../settings/settings'
import { isNearIdentifier } from './near-identifier'

/** A target of at most this many distinct whole numbers is taken as class labels. */
const mostNumericClasses = 20

/**
 * Suggests the task for targets. One target: classification for text, or few distinct whole numbers; regression for other numbers.
 * Several: multilabel where each is yes/no or 0/1, and otherwise regression.
 */
export function taskFor(column: Column, ...others: readonly Column[]): Task {
  if (others.length > 0) return [column, ...others].every(isBinary) ? 'multilabel' : 'regression'
  if (column.kind === 'text') return 'classification'
  const areLabels = countDistinct(column) <= mostNumericClasses && areWhole(column.values)
  return areLabels ? 'classification' : 'regression'
}

/** Whether a column has yes or no, or 0 or 1, in every row that has a value. */
function isBinary(column: Column): boolean {
  if (countDistinct(column) > 2) return false
  const texts = Array.from(distinctValues(column), (value) => String(value).toLowerCase())
  const pairs = column.kind === 'number' ? [['0', '1']] : booleanWords
  return texts.length > 0 && pairs.some((pair) => texts.every((text) => pair.includes(text)))
}

/** Returns the losses that fit a task, the default one first; a loss with one output for the positive class fits two classes only. */
export function usableLosses(task: Task, classCount: number): LossKind[] {
  return lossKinds.filter((kind) => {
    const { task: madeFor, targets } = losses[kind]
    if (task === 'multilabel') return kind === 'binary-cross-entropy'
    return madeFor === task && (task === 'regression' || targets === 'classes' || classCount === 2)
  })
}

/** Choices made before the rest of the settings is suggested. */
export interface Choice {
  /** The last column that is not empty, unless given; or several, as `targets`. */
  readonly target?: string
  readonly targets?: readonly string[]
  /** Suggested from the targets unless given. */
  readonly task?: Task
}

/**
 * Suggests settings for a table; all columns that carry information are features.
 * Throws: data, when a chosen target does not exist.
 */
export function suggestSettings(table: Table, choice: Choice = {}): Settings {
  const names = choice.targets ?? (choice.target === undefined ? [lastFilled(table).name] : [choice.target])
  const targets = names.map((name) => columnNamed(table, name))
  const [first, ...others] = targets
  const task = choice.task ?? taskFor(first, ...others)
  const [loss] = usableLosses(task, countDistinct(first))
  const features = table.columns.filter((column) => !targets.includes(column) && noteOn(column, table.rows) === null)
  return {
    ...defaultSettings,
    overrides: {},
    split: { ...defaultSettings.split },
    hidden: [...defaultSettings.hidden],
    seeds: { ...defaultSettings.seeds },
    targets: targets.map(({ name }) => name),
    task,
    loss: { kind: loss },
    features: features.map(({ name }) => name)
  }
}

/** Returns the reason for each column that `suggestSettings` excludes from the features. */
export function featureNotes(table: Table, targets: readonly string[]): Note[] {
  return table.columns.flatMap((column) => (targets.includes(column.name) ? [] : (noteOn(column, table.rows) ?? [])))
}

function lastFilled({ columns }: Table): Column {
  const last = columns.findLast((column) => column.missing.includes(0)) ?? columns.at(-1)
  if (!last) throw new AppError('data.empty-file')
  return last
}

/** Returns the reason against a column as a feature; null when there is none. */
function noteOn(column: Column, rows: number): Note | null {
  const { name, kind } = column
  const distinct = countDistinct(column)
  if (distinct === 0) return { code: 'note.empty-column', details: { name } }
  if (distinct === 1) {
    const value = cellText(column, column.missing.indexOf(0))
    return { code: 'note.constant-column', details: { name, value } }
  }
  if (kind !== 'text') return null
  if (distinct === rows) return { code: 'note.identifier', details: { name } }
  const present = column.missing.reduce((count, gone) => count - gone, column.missing.length)
  return isNearIdentifier(distinct, present) ? { code: 'note.near-identifier', details: { name, distinct, count: present } } : null
}
