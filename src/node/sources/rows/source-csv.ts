import type { Row } from './source'

/** Characters of a piece: pieces are read at once, and in between others have their turn. */
const PIECE = 256 * 1024

/** Writes rows as CSV in UTF-8, in pieces: one line a row, so that a line's number is the row's. */
export async function* sourceCsv(rows: AsyncIterable<Row>): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  let text = ''
  for await (const row of rows) {
    text += lineOf(row)
    if (text.length < PIECE) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

/** A row with a single empty cell is quoted: an empty line would be no row. */
function lineOf(row: Row): string {
  return row.length === 1 && row[0] === '' ? '""\n' : `${row.map(cellOf).join(',')}\n`
}

const LINE_END = /\s*[\r\n]+\s*/g
const SPECIAL = /[",]/

/** A cell of several lines becomes one. */
function cellOf(text: string): string {
  const line = text.includes('\n') || text.includes('\r') ? text.replace(LINE_END, ' ') : text
  return SPECIAL.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
