import type { Note } from '../messages/catalogue'
import type { CsvRecord } from './records'

/** `temp=21.5`, with the key. */
const pair = /^([\p{L}_][\p{L}\p{N}_ .-]*?)\s*=\s*[^=\s]/u

/** `12:00:00.123 -> 512`, as a serial monitor writes it. */
const arrow = /^\S.*?\s(?:->|→)\s*\S/

/** Fewer rows than these prove nothing. */
const FEWEST_ROWS = 3

/** Returns the note on rows that all are lines of a log, not of a table; null where they are not. */
export function noteOnLog(records: readonly CsvRecord[]): Note | null {
  if (records.length < FEWEST_ROWS) return null
  const cells = records.map((record) => record.cells[0].trim())
  const details = { row: records[0].line, value: cells[0] }
  if (cells.every((cell) => arrow.test(cell))) return { code: 'note.log-arrows', details }
  const keys = new Set<string>()
  for (const cell of cells) {
    const key = pair.exec(cell)?.[1]
    if (key === undefined) return null
    keys.add(key)
  }
  return 2 * keys.size <= cells.length ? { code: 'note.log-pairs', details } : null
}
