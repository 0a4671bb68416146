import { csvText, type CsvCell } from '../formats/csv'
import { sentence } from '../messages/catalogue'
import type { Text } from '../messages/texts-of'
import type { Mark } from '../lab-marks/mark'
import type { LabSection } from '../lab-file/read-lab-file'
import type { Problem } from './submissions'
import type { Similarity } from './similar'

/** A student of the lab with their marks. */
export interface MarkedSubmission {
  readonly id: string
  /** As the class list has it; empty where there is none. */
  readonly name: string
  /** A code that tells nobody who it is. */
  readonly code: string
  readonly marks: readonly Mark[]
  readonly remarks: ReadonlyMap<string, readonly string[]>
  readonly late: number
  readonly receipt: string
}

/** Spreadsheets know UTF-8 by its byte order mark. */
const BOM = '\uFEFF'

/** The sum of a student's marks; null while a task is open. */
export function totalOf(marks: readonly Mark[]): number | null {
  return marks.reduce<number | null>((sum, { points }) => (sum === null || points === null ? null : sum + points), 0)
}

/** marks.csv: a line a student, a column a task; a mark that a person still has to give is empty, and so is the total then. */
export function marksCsv(sections: readonly LabSection[], students: readonly MarkedSubmission[]): string {
  const tasks = sections.filter(({ task }) => task !== null)
  const header = ['id', 'name', ...tasks.map(({ id, points }) => `${id} (${points})`), 'total', 'open', 'late', 'receipt']
  const rows = students.map(({ id, name, marks, late, receipt }): CsvCell[] => [
    id,
    name,
    ...tasks.map((task) => marks.find(({ section }) => section === task.id)?.points ?? null),
    totalOf(marks),
    marks.filter(({ points }) => points === null).length,
    late,
    receipt
  ])
  return BOM + csvText(header, rows)
}

/** moodle.csv, as its import of grades reads it. */
export function moodleCsv(students: readonly MarkedSubmission[]): string {
  return (
    BOM +
    csvText(
      ['ID number', 'Grade', 'Feedback comments'],
      students.map(({ id, marks, remarks }) => [
        id,
        totalOf(marks),
        marks.map((mark) => lineOf(mark, remarks.get(mark.section))).join('\n')
      ])
    )
  )
}

function lineOf({ section, points, of, sentences }: Mark, remarks: readonly string[] = []): string {
  return `${section} ${points ?? '–'}/${of} ${[...sentences.map(({ zh, en }) => `${zh} ${en}`), ...remarks].join(' ')}`.trim()
}

/** similar.csv: pairs to be talked about. */
export function similarCsv(pairs: readonly Similarity[]): string {
  return (
    BOM +
    csvText(
      ['first', 'second', 'section', 'evidence', 'to be talked about', '请当面了解'],
      pairs.map(({ first, second, section, evidence }) => [
        first,
        second,
        section,
        evidence,
        evidenceTexts[evidence].en,
        evidenceTexts[evidence].zh
      ])
    )
  )
}

/** The things that two students can have in common. */
export const evidenceTexts: Readonly<Record<Similarity['evidence'], Text>> = {
  'other-numbers': { en: 'the first gave the number that is right for the second alone', zh: '前者填的数只对后者的数据成立' },
  'same-code': { en: 'the same program up to blanks, remarks and names', zh: '除空白、注释和变量名外程序相同' },
  'shared-chain': { en: 'lines of the same file of answers', zh: '两份文件含有同一份答案的行' }
}

/** problems.csv: everything about files and students that a teacher should know. */
export function problemsCsv(problems: readonly Problem[]): string {
  return (
    BOM +
    csvText(
      ['file', 'id', 'kind', 'problem', '问题'],
      problems.map((problem) => {
        const { file, id, code } = problem
        const { en, zh } = problemText(problem)
        return [file, id, code.slice(code.indexOf('.') + 1), en, zh]
      })
    )
  )
}

/** The sentence about a file or a student, with that about a program that failed. */
export function problemText({ code, details, cause }: Problem): Text {
  return {
    en: [sentence(code, details, 'en'), cause?.en].filter(Boolean).join(' '),
    zh: [sentence(code, details, 'zh'), cause?.zh].filter(Boolean).join('')
  }
}

/** A table with what a person adds, such as the class list with its scores, or manual.csv. */
export function tableCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BOM + csvText(header, rows)
}
