import { countDistinct, distinctValues } from '../data/columns'
import { answerPairs, areWhole } from '../data/column-type'
import { cellText, columnNamed, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { losses, lossKinds, type LossKind } from '../nn/losses'
import type { Note } from '../messages/catalogue'
import type { Task } from '../settings/choices'
import { defaultSettings, type Settings } from '../settings/settings'

/** A target of whole numbers with at most this many different ones is taken for class labels. */
const mostNumericClasses = 20

/**
 * The task that targets suggest. One: text, or few different whole numbers, are classes; other numbers are to be predicted as such.
 * Several: labels where each is of yes and no, or of 0 and 1, and otherwise numbers.
 */
export function taskFor(column: Column, ...others: readonly Column[]): Task {
  if (others.length > 0) return [column, ...others].every(holdsAnswers) ? 'multilabel' : 'regression'
  if (column.kind === 'text') return 'classification'
  const areLabels = countDistinct(column) <= mostNumericClasses && areWhole(column.values)
  return areLabels ? 'classification' : 'regression'
}

/** Whether a column answers yes or no, or 0 or 1, in every row that has a value. */
function holdsAnswers(column: Column): boolean {
  if (countDistinct(column) > 2) return false
  const texts = Array.from(distinctValues(column), (value) => String(value).toLowerCase())
  const pairs = column.kind === 'number' ? [['0', '1']] : answerPairs
  return texts.length > 0 && pairs.some((pair) => texts.every((text) => pair.includes(text)))
}

/** The losses that fit a task, the usual one first; a loss of one output for the positive class fits two classes only. */
export function usableLosses(task: Task, classCount: number): LossKind[] {
  return lossKinds.filter((kind) => {
    const { task: madeFor, targets } = losses[kind]
    if (task === 'multilabel') return kind === 'binary-cross-entropy'
    return madeFor === task && (task === 'regression' || targets === 'classes' || classCount === 2)
  })
}

/** What is settled before the rest of the settings is suggested. */
export interface Choice {
  /** The last column that is not empty, unless given; or several, as `targets`. */
  readonly target?: string
  readonly targets?: readonly string[]
  /** By the targets, unless given. */
  readonly task?: Task
}

/**
 * Good settings for a table; all columns that can carry something are features.
 * Throws: data, when a chosen target is not there.
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

/** Why each column that suggestSettings leaves out of the features is left out. */
export function featureNotes(table: Table, targets: readonly string[]): Note[] {
  return table.columns.flatMap((column) => (targets.includes(column.name) ? [] : (noteOn(column, table.rows) ?? [])))
}

function lastFilled({ columns }: Table): Column {
  const last = columns.findLast((column) => column.missing.includes(0)) ?? columns.at(-1)
  if (!last) throw new AppError('data.empty-file')
  return last
}

/** What speaks against a column as a feature; null when nothing does. */
function noteOn(column: Column, rows: number): Note | null {
  const { name, kind } = column
  const distinct = countDistinct(column)
  if (distinct === 0) return { code: 'note.empty-column', details: { name } }
  if (distinct === 1) {
    const value = cellText(column, column.missing.indexOf(0))
    return { code: 'note.constant-column', details: { name, value } }
  }
  const isIdentifier = kind === 'text' && distinct === rows
  return isIdentifier ? { code: 'note.identifier', details: { name } } : null
}
