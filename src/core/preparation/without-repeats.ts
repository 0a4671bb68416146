import type { CellTexts } from '../data/cell-texts'
import { gatherIntegers } from '../data/gather'
import type { Column, Table } from '../data/table'
import type { CooperativeTask } from '../tasks/task'
import { duplicateRowsTask } from './duplicate-rows'

/** Leaves out the rows of a table that repeat an earlier one in every column, and says so. */
export function* withoutRepeatsTask(table: Table): CooperativeTask<Table> {
  const { train } = yield* duplicateRowsTask(table.columns, Int32Array.from(table.lines.keys()), new Int32Array(0))
  const { rows: repeats, firsts } = train
  if (repeats.length === 0) return table
  const gone = new Set(repeats)
  const kept = Int32Array.from(table.lines.keys()).filter((row) => !gone.has(row))
  const columns: Column[] = []
  for (const column of table.columns) {
    yield kept.length
    columns.push(columnOfRows(column, kept))
  }
  const lines = gatherIntegers(table.lines, kept)
  const details = { count: repeats.length, row: table.lines[repeats[0]], other: table.lines[firsts[0]] }
  return { ...table, columns, rows: kept.length, lines, notes: [...table.notes, { code: 'note.omitted-repeats', details }] }
}

function columnOfRows(column: Column, rows: Int32Array): Column {
  const { missing, values, texts } = column
  return {
    ...column,
    missing: Uint8Array.from(rows, (row) => missing[row]),
    values: values.length === 0 ? values : Float64Array.from(rows, (row) => values[row]),
    texts: textsOfRows(texts, rows)
  }
}

function textsOfRows(texts: CellTexts, rows: Int32Array): CellTexts {
  if (texts.kind === 'codes') return { ...texts, codes: gatherIntegers(texts.codes, rows) }
  const rare = new Map<number, string>()
  rows.forEach((row, to) => {
    const text = texts.rare.get(row)
    if (text !== undefined) rare.set(to, text)
  })
  return { ...texts, forms: Uint8Array.from(rows, (row) => texts.forms[row]), rare }
}
