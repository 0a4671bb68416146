import { correlationRatio } from '../data/association'
import { isAllNumbers } from '../data/columns'
import { gatherNumbers } from '../data/gather'
import type { Column } from '../data/table'
import type { Note } from '../messages/catalogue'
import type { CooperativeTask } from '../tasks/task'
import { codedTexts } from './coded-texts'
import type { Labels } from './labels'

/** Fewer rows are no evidence that a column is a copy of the target or counts the rows. */
const fewestRows = 20

/** Correlation ratio from which on a running number gives the classes away. */
const sortedRatio = 0.5

/**
 * Returns notes on features that make results look better than they are: a copy of the target, in its own words or units or in others, and
 * a running number where the rows are sorted by class. `rows` are those of the labels.
 */
export function* notesOnTellingFeatures(
  target: string,
  features: readonly Column[],
  labels: Labels,
  rows: Int32Array
): CooperativeTask<Note[]> {
  const notes: Note[] = []
  if (rows.length < fewestRows) return notes
  for (const column of features) {
    const { name } = column
    if (isCopy(column, labels, rows)) notes.push({ code: 'note.copies-target', details: { name, target } })
    else if (labels.kind === 'classes' && countsRows(column, rows)) {
      const ratio = yield* correlationRatio(
        { codes: labels.indices, count: labels.names.length },
        yield* gatherNumbers(column.values, rows)
      )
      if ((ratio ?? 0) >= sortedRatio) notes.push({ code: 'note.running-number', details: { name, target } })
    }
    yield rows.length
  }
  return notes
}

/** Whether a column and the target determine each other in all rows; most columns are decided by their first rows. */
function isCopy(column: Column, labels: Labels, rows: Int32Array): boolean {
  return labels.kind === 'number' ? isLinear(column, labels.values, rows) : isOneToOne(column, labels.indices, rows)
}

/** Whether equal cells belong to equal classes, and different ones to different classes. */
function isOneToOne(column: Column, classes: Int32Array, rows: Int32Array): boolean {
  const cellAt = column.kind === 'number' ? column.values : codedTexts(column).codes
  const classOf = new Map<number, number>()
  const cellOf = new Map<number, number>()
  for (let i = 0; i < rows.length; i++) {
    if (column.missing[rows[i]] === 1) return false
    const [cell, own] = [cellAt[rows[i]], classes[i]]
    if ((classOf.get(cell) ?? own) !== own || (cellOf.get(own) ?? cell) !== cell) return false
    classOf.set(cell, own)
    cellOf.set(own, cell)
  }
  return classOf.size > 1
}

/** Whether the target is a column times a factor plus a constant, to nine digits. */
function isLinear({ kind, missing, values }: Column, targets: Float64Array, rows: Int32Array): boolean {
  if (kind !== 'number') return false
  const x0 = values[rows[0]]
  const other = rows.findIndex((row) => values[row] !== x0)
  if (other < 0) return false
  const slope = (targets[other] - targets[0]) / (values[rows[other]] - x0)
  const span = Math.abs(targets[other] - targets[0])
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(span, Math.abs(a), Math.abs(b))
  return slope !== 0 && rows.every((row, i) => missing[row] === 0 && isNear(targets[0] + slope * (values[row] - x0), targets[i]))
}

/** Whether a column rises, or falls, by one from each row of the file to the next. */
function countsRows(column: Column, rows: Int32Array): boolean {
  const { kind, values } = column
  if (kind !== 'number' || !isAllNumbers(column)) return false
  const step = values[1] - values[0]
  if (Math.abs(step) !== 1) return false
  return rows.every((row) => values[row] === values[0] + step * row)
}
