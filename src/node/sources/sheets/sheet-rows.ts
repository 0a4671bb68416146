import type { Note } from '#core'
import type { Row } from '../rows/source'

/** Rows of a sheet, and cells of them, that are looked at before the first one is passed on. */
const LOOKED_AT = 1000
const CELLS = 500_000

/**
 * Makes a table of a sheet's rows, which end with their last cell that has content: rows with more than one cell are as wide as the widest
 * of the first ones, as are totals and remarks of one cell at the end; titles of one cell above the table are skipped; names under names that
 * span several columns are joined to them. A row with one cell alone in between, a heading, stays as it is.
 */
export function sheetRows(rows: AsyncIterable<Row>, notes: Note[]): AsyncGenerator<Row, void> {
  return withLastWidened(rowsOfTable(rows, notes))
}

/** Passes rows on; those of one cell alone at the end as wide as the others. */
async function* withLastWidened(rows: AsyncIterable<Row>): AsyncGenerator<Row, void> {
  let width = 0
  let held: Row[] = []
  for await (const row of rows) {
    if (width > 1 && (row.length === 1 || (row.length === 0 && held.length > 0))) {
      held.push(row)
      continue
    }
    yield* held
    held = []
    width = Math.max(width, row.length)
    yield row
  }
  for (const [cell] of held) yield cell === undefined ? [] : [cell, ...new Array<string>(width - 1).fill('')]
}

async function* rowsOfTable(rows: AsyncIterable<Row>, notes: Note[]): AsyncGenerator<Row, void> {
  const first: Row[] = []
  let cells = 0
  let width: number | null = null
  for await (const row of rows) {
    if (width !== null) {
      yield widened(row, width)
      continue
    }
    first.push(row)
    cells += row.length
    if (first.length < LOOKED_AT && cells < CELLS) continue
    width = widthOf(first)
    for (const one of beginning(first, width, notes)) yield one
  }
  if (width === null) yield* beginning(first, widthOf(first), notes)
}

function beginning(rows: readonly Row[], width: number, notes: Note[]): Row[] {
  return joinSpanned(
    withoutTitles(rows, notes).map((row) => widened(row, width)),
    notes
  )
}

/** Empties the rows of one cell above the first with several, so that the numbers of the rows stay. */
function withoutTitles(rows: readonly Row[], notes: Note[]): readonly Row[] {
  const top = rows.findIndex((row) => row.length > 1)
  const titles = rows.slice(0, Math.max(0, top)).filter((row) => row.length === 1)
  if (titles.length === 0) return rows
  const row = rows.indexOf(titles[0]) + 1
  notes.push({ code: 'note.sheet-title', details: { count: titles.length, row, value: titles[0][0] } })
  return rows.map((one, at) => (at < top ? [] : one))
}

function widthOf(rows: readonly Row[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0)
}

function widened(row: Row, width: number): Row {
  return row.length > 1 && row.length < width ? [...row, ...new Array<string>(width - row.length).fill('')] : row
}

/**
 * Joins two rows of names of which the first spans columns of the second: `length,,width,` over `min,max,min,max` is `length min`,
 * `length max`, … The first line is then empty, so that the numbers of the rows stay.
 */
function joinSpanned(rows: Row[], notes: Note[]): Row[] {
  const at = rows.findIndex((row) => row.length > 1)
  const upper = rows[at]
  const lower = rows[at + 1]
  if (!upper || !lower || lower.length !== upper.length || !spans(upper, lower, rows.slice(at + 2))) return rows
  let group = ''
  const joined = lower.map((name, column) => {
    group = upper[column] === '' ? group : upper[column]
    return name === '' ? group : group === '' ? name : `${group} ${name}`
  })
  notes.push({
    code: 'note.spanned-header',
    details: { row: at + 1, next: at + 2, example: joined.find((name) => name.includes(' ')) ?? '' }
  })
  return [...rows.slice(0, at), [], joined, ...rows.slice(at + 2)]
}

/** Whether a row names groups of columns: it has texts and gaps, under each gap there is a name, and numbers follow. */
function spans(upper: Row, lower: Row, body: readonly Row[]): boolean {
  const gaps = upper.map((cell, column) => (cell === '' ? column : -1)).filter((column) => column > 0)
  const isName = (cell: string) => cell !== '' && Number.isNaN(Number(cell))
  const followed = body.filter((row) => row.length === lower.length).slice(0, 20)
  return (
    gaps.length > 0 &&
    upper.some((cell) => cell !== '') &&
    upper.every((cell) => cell === '' || isName(cell)) &&
    gaps.every((column) => isName(lower[column])) &&
    lower.every((cell) => cell === '' || isName(cell)) &&
    followed.length > 0 &&
    followed.every((row) => row.some((cell) => cell !== '' && !Number.isNaN(Number(cell))))
  )
}

/** Passes rows on without those that are empty at the end, of which a sheet can have a million. */
export async function* withoutLastBlanks(rows: AsyncIterable<Row>): AsyncGenerator<Row, void> {
  let blanks = 0
  for await (const row of rows) {
    if (row.every((cell) => cell === '')) {
      blanks++
      continue
    }
    for (; blanks > 0; blanks--) yield []
    yield row
  }
}
