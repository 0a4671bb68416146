import type { Note } from '../messages/catalogue'
import type { ColumnCells } from './column-cells'
import { isMissing } from './missing'
import { spellingKey } from './spellings'

/** Names of rows that sum up those above them. */
const words: ReadonlySet<string> = new Set([
  ...['total', 'totals', 'grand total', 'subtotal', 'sum', 'average', 'avg', 'avg.', 'mean', 'median'],
  ...['合计', '总计', '小计', '总和', '共计', '平均', '平均值', '平均数', '均值', '中位数', '最大值', '最小值', '标准差']
])

/** At most so many rows at the end are looked at. */
const MOST = 10

/** Tables of fewer columns have rows with one filled cell that are data. */
const COLUMNS_WITH_REMARKS = 3

/** Rows at the end of a table that are not data: their number, and a cell of the first of them. */
export interface Totals {
  readonly count: number
  readonly value: string
}

/**
 * Finds totals and remarks at the end of a table: a cell that says so, in a column where it stands nowhere else, or a text alone in its row.
 * Null where there are none.
 */
export function totalsAtEnd(columns: readonly ColumnCells[], rows: number): Totals | null {
  let found: Totals | null = null
  for (let count = 1; count <= Math.min(MOST, rows - 1); count++) {
    const value = totalIn(columns, rows - count) ?? remarkIn(columns, rows - count)
    if (value === null) break
    found = { count, value }
  }
  return found
}

/** Returns the note on totals at the end, which are left out or not. */
export function notesOnTotals(totals: Totals | null, lines: Int32Array, areOmitted: boolean): Note[] {
  if (totals === null) return []
  const { count, value } = totals
  return [{ code: areOmitted ? 'note.omitted-totals' : 'note.totals', details: { count, row: lines[lines.length - count], value } }]
}

function totalIn(columns: readonly ColumnCells[], row: number): string | null {
  for (const cells of columns) {
    const text = cells.text(row)
    if (isTotal(text) && !standsBefore(cells, text, row)) return text
  }
  return null
}

/** Blanks between characters, as the two of 合计 often have, and a colon behind them say nothing. */
function isTotal(text: string): boolean {
  const key = spellingKey(text).replace(/\s*:$/, '')
  return words.has(key) || words.has(key.replaceAll(' ', ''))
}

/** Whether a text also stands above the rows at the end, as a category does. */
function standsBefore(cells: ColumnCells, text: string, row: number): boolean {
  for (let above = row - 1; above >= 0; above--) if (cells.text(above) === text) return true
  return false
}

/** Returns the text that stands alone in a row, with letters. */
function remarkIn(columns: readonly ColumnCells[], row: number): string | null {
  if (columns.length < COLUMNS_WITH_REMARKS) return null
  let found: string | null = null
  for (const cells of columns) {
    const text = cells.text(row)
    if (isMissing(text)) continue
    if (found !== null) return null
    found = text
  }
  return found !== null && /\p{L}/u.test(found) ? found : null
}
