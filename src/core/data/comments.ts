import type { Note } from '../messages/catalogue'
import { findHeader, looksLikeData } from './find-header'
import type { CommentMark, LeadingLines } from './leading-lines'
import type { Separator } from './read-options'
import { readHead, type CsvRecord } from './records'
import { mostFrequent } from './most-frequent'
import { markOf } from './separator'

/** Whether a row is a comment, in a file that begins with such. */
export function isComment({ cells }: CsvRecord, mark: CommentMark): boolean {
  return cells[0].startsWith(mark)
}

/**
 * Returns the names of the columns where the last comment above a table has them, as NumPy writes them: as many as the rows have fields,
 * and no row of names below, or a lone comment sign right before the first name. Null otherwise.
 */
export function headerInComment(
  text: string,
  { comment, comments, count, beforeLast, length }: LeadingLines,
  separator: Separator,
  records: readonly CsvRecord[]
): CsvRecord | null {
  if (comment === null) return null
  const line = text.slice(beforeLast, length)
  const [cells = []] = readHead(line.slice(comment.length).trim(), markOf(separator), line.length)
  const width = mostFrequent(records.map((record) => record.cells.length))
  if (width < 2 || cells.length !== width) return null
  const isLone = comments === 1 && /^[^\s#%/]/.test(line.slice(comment.length))
  const rows = records.map((record) => record.cells)
  return isLone || !findHeader(rows) || looksLikeData(rows[0]) ? { cells, line: count } : null
}

/** Returns a note on the comments above a table, but for the one that has the names. */
export function notesOnComments({ comment, comments, count }: LeadingLines, isHeader: boolean): Note[] {
  const skipped = comments - (isHeader ? 1 : 0)
  return skipped > 0 && comment !== null ? [{ code: 'note.comments', details: { count: skipped, row: count - comments + 1, mark: comment } }] : []
}
