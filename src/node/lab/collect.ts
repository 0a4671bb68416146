import {
  classPage,
  feedbackSheet,
  filledRoster,
  manualColumns,
  manualRows,
  marksCsv,
  moodleCsv,
  problemsCsv,
  similarCsv,
  tableCsv,
  totalOf,
  withManualMarks,
  type ClassMember,
  type ManualMark,
  type Problem,
  type Similarity
} from '#core'
import type { ClassMarks } from './mark-class'

/** The files of a collection by their names, and what there is to say about it. */
export interface Collected {
  readonly files: ReadonlyMap<string, string>
  readonly members: readonly ClassMember[]
  /** The marks that a person gave. */
  readonly manual: readonly ManualMark[]
  /** The number of marks that a person still has to give. */
  readonly open: number
  readonly problems: readonly Problem[]
  readonly pairs: readonly Similarity[]
}

/** Completes the marks of a class by those that a person gave, and returns the tables and sheets about them; nothing is written. */
export function collect({ lab, roster, students, problems: found, pairs }: ClassMarks, manual: readonly ManualMark[]): Collected {
  const open = manualRows(
    students.map(({ code, found: { marks } }) => ({ code, marks })),
    manual
  )
  const completed = students.map(({ code, found: { marks } }) =>
    withManualMarks(
      marks,
      manual.filter(({ answer }) => answer === code)
    )
  )
  const members = students.map(({ submission: { id, events, late, chain }, code }, s): ClassMember => {
    const name = roster?.students.get(id)?.name ?? ''
    const { marks, remarks } = completed[s]
    return { id, name, code, marks, remarks, late, receipt: chain.receipt, events }
  })
  const codes = new Set(students.map(({ code }) => code))
  const strays = manual.filter(({ answer }) => !codes.has(answer)).map(stray)
  const problems = [...found, ...completed.flatMap((one) => one.problems), ...strays]
  const totals = new Map(
    members.flatMap(({ id, marks }): [string, number][] => {
      const total = totalOf(marks)
      return total === null ? [] : [[id, total]]
    })
  )
  const filled = roster && filledRoster(roster, totals)
  // What a person gave comes first: all else can be made again.
  const files = new Map<string, string>([
    ...(open.length > 0 ? [[MANUAL, tableCsv(manualColumns, open)] as const] : []),
    ...members.map((member): [string, string] => [`feedback/${member.id}.html`, feedbackSheet(lab, member, member.events)]),
    ['class.html', classPage(lab, members)],
    ['similar.csv', similarCsv(pairs)],
    ['problems.csv', problemsCsv(problems)],
    ['moodle.csv', moodleCsv(members)],
    ...(filled ? [['filled.csv', tableCsv(filled.header, filled.rows)] as const] : []),
    ['marks.csv', marksCsv(lab.sections, members)]
  ])
  const left = members.reduce((sum, { marks }) => sum + marks.filter(({ points }) => points === null).length, 0)
  return { files, members, manual, open: left, problems, pairs }
}

/** The file of the marks that a person gives. */
export const MANUAL = 'manual.csv'

/** The files that a collection writes beside the sheets. */
export const collectedFiles = ['marks.csv', 'moodle.csv', 'filled.csv', 'similar.csv', 'problems.csv', 'class.html'] as const

function stray({ line }: ManualMark): Problem {
  return { file: MANUAL, id: '', code: 'lab-collect.stray-mark', details: { line } }
}
