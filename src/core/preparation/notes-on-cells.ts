import { isAllNumbers } from '../data/columns'
import { listOfNames } from '../data/listing'
import { shownSpelling } from '../data/spellings'
import { columnNamed, type Table } from '../data/table'
import type { Note } from '../messages/catalogue'
import { forEachPart, type CooperativeTask } from '../tasks/task'
import { cellDetails } from './cells'
import { codedTexts } from './coded-texts'
import { findCategories } from './known-categories'
import type { FeatureConstants, Pipeline } from './pipeline'

/** Returns notes on the cells of rows that a pipeline is applied to: the number of filled ones, and categories that are not those of training. */
export function* notesOnCellsTask({ features }: Pipeline, table: Table, rows: Int32Array): CooperativeTask<Note[]> {
  const notes: Note[] = []
  for (const feature of features) {
    const { name, kind, fill } = feature
    const column = columnNamed(table, name)
    if (fill !== null && !isAllNumbers(column)) {
      const { count, first } = yield* countRows(rows, (row) => column.missing[row] === 1)
      if (count > 0) notes.push({ code: 'note.filled', details: { name, count, row: table.lines[first], value: fill } })
    }
    if (kind === 'text') notes.push(...(yield* notesOnCategories(feature, table, rows)))
  }
  return notes
}

function* notesOnCategories({ name, encode, categories }: FeatureConstants, table: Table, rows: Int32Array): CooperativeTask<Note[]> {
  const column = columnNamed(table, name)
  const { codes, distinct } = codedTexts(column)
  const { places, isRespelt } = findCategories(categories, distinct)
  const isUsed = new Uint8Array(distinct.length)
  const isPresent = (row: number) => column.missing[row] === 0
  const respelt = yield* countRows(rows, (row) => isPresent(row) && isRespelt[codes[row]] === 1)
  const unseen = yield* countRows(rows, (row) => {
    const isUnseen = isPresent(row) && places[codes[row]] < 0
    if (isUnseen) isUsed[codes[row]] = 1
    return isUnseen
  })
  const notes: Note[] = []
  if (respelt.count > 0) {
    const code = codes[respelt.first]
    const [value, category] = [distinct[code], categories[places[code]]].map(shownSpelling)
    notes.push({ code: 'note.other-spelling', details: { name, count: respelt.count, row: table.lines[respelt.first], value, category } })
  }
  if (unseen.count > 0) {
    const { row, value } = cellDetails(table, column, unseen.first)
    const values = distinct.filter((_, code) => isUsed[code] === 1)
    const code = encode === 'ordinal' ? 'note.unseen-ordinal' : 'note.unseen-category'
    notes.push({ code, details: { name, count: unseen.count, row, value, ...(values.length > 1 ? { values: listOfNames(values) } : {}) } })
  }
  return notes
}

/** Counts the rows that satisfy a predicate, and finds the first of them. */
export function* countRows(rows: Int32Array, holds: (row: number) => boolean): CooperativeTask<{ count: number; first: number }> {
  let [count, first] = [0, -1]
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (!holds(rows[i])) continue
      if (count === 0) first = rows[i]
      count++
    }
  })
  return { count, first }
}
