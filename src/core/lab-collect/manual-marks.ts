import { parseNumber } from '../data/number'
import { cellText, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import type { Mark } from '../lab-marks/mark'
import type { CsvCell } from '../formats/csv'
import type { Text } from '../messages/texts-of'
import type { Problem } from './submissions'

/** The columns of manual.csv. */
export const manualColumns = ['answer', 'task', 'part', 'points', 'of', 'remark'] as const

/** A line of manual.csv: the points of a part, or where the part is empty of a whole task. */
export interface ManualMark {
  /** The code of the student, which tells nobody who it is. */
  readonly answer: string
  readonly task: string
  readonly part: string
  /** As it was written; empty where it is still open. */
  readonly points: string
  readonly remark: string
  readonly line: number
}

/** Reads the lines of a manual.csv. Throws: data.column, where one of its columns is missing. */
export function readManualMarks(table: Table): ManualMark[] {
  const at = (name: (typeof manualColumns)[number]) => {
    const column = table.columns.find((one) => one.name.trim().toLowerCase() === name)
    if (!column) throw new AppError('data.manual-column', { name, columns: manualColumns.join(', ') })
    return (row: number) => cellText(column, row).trim()
  }
  const [answer, task, part, points, remark] = (['answer', 'task', 'part', 'points', 'remark'] as const).map(at)
  return Array.from({ length: table.rows }, (_, row) => ({
    answer: answer(row),
    task: task(row),
    part: part(row),
    points: points(row),
    remark: remark(row),
    line: table.lines[row]
  }))
}

/** Points or a remark that a person gives to a part of an answer; what is not given stays as it is. */
export interface GivenMark extends Pick<ManualMark, 'answer' | 'task' | 'part'> {
  readonly points?: string | undefined
  readonly remark?: string | undefined
}

/** The lines with a mark that a person gives; one that says nothing any more is taken out. */
export function withMark(lines: readonly ManualMark[], { answer, task, part, points, remark }: GivenMark): ManualMark[] {
  const isOf = (one: ManualMark) => one.answer === answer && one.task === task && one.part === part
  const others = lines.filter((one) => !isOf(one))
  const before = lines.find(isOf) ?? { answer, task, part, points: '', remark: '', line: lines.length + 2 }
  const mark = { ...before, points: points ?? before.points, remark: remark ?? before.remark }
  return mark.points === '' && mark.remark === '' ? others : [...others, mark]
}

/** A student's marks with those that a person gave, and the person's remarks by task. */
export interface CompletedMarks {
  readonly marks: readonly Mark[]
  readonly remarks: ReadonlyMap<string, readonly string[]>
  readonly problems: readonly Problem[]
}

/** Puts the marks that a person gave in their places; one that is no number within its range stays open and is named. */
export function withManualMarks(marks: readonly Mark[], given: readonly ManualMark[]): CompletedMarks {
  const problems: Problem[] = []
  const remarks = new Map<string, string[]>()
  const pointsOf = ({ points, line }: ManualMark, of: number): number | null => {
    const value = parseNumber(points.replace(',', '.'))
    if (points === '') return null
    if (value >= 0 && value <= of) return value
    problems.push({
      file: 'manual.csv',
      id: '',
      code: 'lab-collect.bad-mark',
      details: { line, value: JSON.stringify(points.slice(0, 40)), of }
    })
    return null
  }
  const completed = marks.map((mark): Mark => {
    const own = given.filter(({ task }) => task === mark.section)
    for (const { remark } of own) if (remark !== '') remarks.set(mark.section, [...(remarks.get(mark.section) ?? []), remark])
    const parts = mark.parts.map((part, p) => {
      const line = own.find((one) => one.part === partName(mark, p))
      return { ...part, points: (line && pointsOf(line, part.of)) ?? part.points }
    })
    const whole = own.find((one) => one.part === '')
    const total = (whole && pointsOf(whole, mark.of)) ?? null
    return { ...mark, parts, points: total ?? sumOf(mark, parts) }
  })
  return { marks: completed, remarks, problems }
}

/** The points of a mark with other parts: what was taken off a task as a whole, such as for hints, stays off. */
function sumOf(mark: Mark, parts: Mark['parts']): number | null {
  if (parts.length === 0) return mark.points
  const sum = parts.reduce<number | null>((all, { points }) => (all === null || points === null ? null : all + points), 0)
  if (sum === null || mark.points === null) return sum
  const before = mark.parts.reduce((all, { points }) => all + (points ?? 0), 0)
  return Math.max(0, sum - (before - mark.points))
}

/** The lines of manual.csv: every mark that a person has to give, task by task, and all that were given before. */
export function manualRows(answers: readonly { readonly code: string; readonly marks: readonly Mark[] }[], given: readonly ManualMark[]) {
  const rows = new Map<string, CsvCell[]>()
  const keyOf = (answer: string, task: string, part: string) => JSON.stringify([answer, task, part])
  const kept = new Map(given.map((one) => [keyOf(one.answer, one.task, one.part), one]))
  const tasks = answers[0]?.marks.map(({ section }) => section) ?? []
  for (const task of tasks) {
    for (const { code, marks } of answers) {
      const mark = marks.find((one) => one.section === task)
      for (const { part, of } of mark ? openParts(mark) : []) {
        const before = kept.get(keyOf(code, task, part))
        rows.set(keyOf(code, task, part), [code, task, part, before?.points ?? '', of, before?.remark ?? ''])
      }
    }
  }
  for (const [key, { answer, task, part, points, remark }] of kept)
    if (!rows.has(key)) rows.set(key, [answer, task, part, points, null, remark])
  return [...rows.values()]
}

/** A part of a mark that a person gives: its name in manual.csv, which is empty for the whole task, and for a reader. */
export interface MarkedPart {
  readonly part: string
  readonly name: Text
  readonly of: number
}

/** The parts that are left to a person; none where a machine marked all. */
export function openParts(mark: Mark): MarkedPart[] {
  if (mark.points !== null) return []
  if (mark.parts.length === 0) return [wholeTask(mark)]
  return mark.parts.flatMap(({ points, of, name }, p) => (points === null ? [{ part: partName(mark, p), name, of }] : []))
}

/** A task as a whole, which a person can always mark. */
export function wholeTask({ of }: Mark): MarkedPart {
  return { part: '', name: { zh: '', en: '' }, of }
}

/** The name of a part in the table: its place and its words in both languages. */
function partName({ parts }: Mark, p: number): string {
  const { zh, en } = parts[p].name
  return zh === en ? `${p + 1} ${en}` : `${p + 1} ${zh} | ${en}`
}
