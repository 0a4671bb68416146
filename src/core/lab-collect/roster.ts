import { parseNumber } from '../data/number'
import { cellText, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import type { CsvCell } from '../formats/csv'

/** A student of the class list. */
export interface Student {
  readonly name: string
  /** Minutes more than the lab gives. */
  readonly extraMinutes: number
}

/** The class list; it stays with the teacher. */
export interface Roster {
  /** By student number, in the order of the list. */
  readonly students: ReadonlyMap<string, Student>
  readonly table: Table
  /** The place of the column with the numbers, and of that for the score; −1 where there is none. */
  readonly idColumn: number
  readonly scoreColumn: number
}

const NAME = /^(?:name|full name|student|姓名|学生)$/i
const EXTRA = /^(?:extra|extra[ _-]?minutes|more[ _-]?time|加时|延长|延长时间)$/i
const SCORE = /^(?:score|grade|mark|marks|points|成绩|分数|得分|总分|总评|总评成绩|实验成绩)$/i

/**
 * Reads a class list, which may be the table of a platform: the student numbers are the column with the most cells of the lab's form; a name,
 * minutes more, and a score are found by their headings. Throws: data.no-student-numbers.
 */
export function readRoster(table: Table, form: string): Roster {
  const pattern = new RegExp(`^(?:${form})$`)
  const texts = table.columns.map((column) => Array.from({ length: table.rows }, (_, row) => cellText(column, row).trim()))
  const counts = texts.map((cells) => cells.filter((cell) => pattern.test(cell)).length)
  const idColumn = counts.indexOf(Math.max(0, ...counts))
  if (idColumn < 0 || counts[idColumn] === 0) throw new AppError('data.no-student-numbers', { form })
  const place = (heading: RegExp) => table.columns.findIndex(({ name }, c) => c !== idColumn && heading.test(name.trim()))
  const [nameColumn, extraColumn, scoreColumn] = [NAME, EXTRA, SCORE].map(place)
  const students = new Map<string, Student>()
  for (const [row, id] of texts[idColumn].entries()) {
    if (!pattern.test(id) || students.has(id)) continue
    const extra = parseNumber(texts[extraColumn]?.[row] ?? '')
    students.set(id, { name: texts[nameColumn]?.[row] ?? '', extraMinutes: Number.isFinite(extra) && extra > 0 ? extra : 0 })
  }
  return { students, table, idColumn, scoreColumn }
}

/** The class list with the score column filled in; null where it has none. A student without a full mark keeps what stands there. */
export function filledRoster({ table, idColumn, scoreColumn }: Roster, totals: ReadonlyMap<string, number>) {
  if (scoreColumn < 0) return null
  const { columns, rows } = table
  return {
    header: columns.map(({ name }) => name),
    rows: Array.from({ length: rows }, (_, row): CsvCell[] =>
      columns.map((column, c) => {
        const total = c === scoreColumn ? totals.get(cellText(columns[idColumn], row).trim()) : undefined
        return total ?? cellText(column, row)
      })
    )
  }
}
