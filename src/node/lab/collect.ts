import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import {
  classPage,
  feedbackSheet,
  filledRoster,
  manualColumns,
  manualRows,
  marksCsv,
  moodleCsv,
  problemsCsv,
  similarAnswers,
  similarCsv,
  sortSubmissions,
  tableCsv,
  totalOf,
  withManualMarks,
  type ClassMember,
  type ManualMark,
  type Problem,
  type Roster,
  type Submission
} from '#core'
import { markStudent, type Marking, type StudentMarks } from './mark-student'
import { readSubmissions } from './read-submissions'
import { secretCode } from './secret'

/** A collection: the folder, and the marks and names that a person adds. */
export interface Collection extends Marking {
  readonly folder: string
  /** The bytes of the lab file, whose hash the answers name. */
  readonly labBytes: Uint8Array
  readonly roster: Roster | null
  /** The marks that a person has given so far. */
  readonly manual: readonly ManualMark[]
  onProgress(done: number, total: number, id: string): void
}

/** The files of a collection by their names, and what there is to say about it. */
export interface Collected {
  readonly files: ReadonlyMap<string, string>
  readonly students: number
  /** The number of marks that a person still has to give. */
  readonly open: number
  readonly problems: readonly Problem[]
  readonly pairs: number
}

/** Python takes most of the time, and runs in a process of its own. */
const AT_ONCE = Math.min(4, availableParallelism())

/**
 * Marks every file of answers in a folder and returns the tables and sheets about them; nothing is written.
 * Throws: data, where the folder cannot be read; the signal's reason.
 */
export async function collect(collection: Collection): Promise<Collected> {
  const { folder, lab, labBytes, roster, manual, secret, signal } = collection
  const labHash = createHash('sha256').update(labBytes).digest('hex')
  const read = await readSubmissions(folder, signal)
  const { submissions, problems: sorted } = sortSubmissions(read.files, lab, labHash, roster)
  const marked = await markAll(submissions, collection)
  const codes = submissions.map(({ id }) => secretCode(secret, id))
  const open = manualRows(
    marked.map(({ marks }, s) => ({ code: codes[s], marks })),
    manual
  )
  const completed = marked.map(({ marks }, s) =>
    withManualMarks(
      marks,
      manual.filter(({ answer }) => answer === codes[s])
    )
  )
  const members = submissions.map(({ id, events, late, chain }, s): ClassMember => {
    const name = roster?.students.get(id)?.name ?? ''
    const { marks, remarks } = completed[s]
    return { id, name, code: codes[s], marks, remarks, late, receipt: chain.receipt, events }
  })
  const texts = new Map(read.files.map(({ name, text }) => [name, text]))
  const pairs = similarAnswers(
    lab,
    submissions.map(({ id, file, events }, s) => ({ id, events, own: marked[s].own, text: texts.get(file) ?? '' }))
  )
  const strays = manual.filter(({ answer }) => !codes.includes(answer)).map(stray)
  const problems = [
    ...read.problems,
    ...sorted,
    ...marked.flatMap((one) => one.problems),
    ...completed.flatMap((one) => one.problems),
    ...strays
  ]
  const totals = new Map(
    members.flatMap(({ id, marks }): [string, number][] => {
      const total = totalOf(marks)
      return total === null ? [] : [[id, total]]
    })
  )
  const filled = roster && filledRoster(roster, totals)
  const files = new Map<string, string>([
    ...members.map((member): [string, string] => [`feedback/${member.id}.html`, feedbackSheet(lab, member, member.events)]),
    ['class.html', classPage(lab, members)],
    ['similar.csv', similarCsv(pairs)],
    ['problems.csv', problemsCsv(problems)],
    ...(open.length > 0 ? [['manual.csv', tableCsv(manualColumns, open)] as const] : []),
    ['moodle.csv', moodleCsv(members)],
    ...(filled ? [['filled.csv', tableCsv(filled.header, filled.rows)] as const] : []),
    ['marks.csv', marksCsv(lab.sections, members)]
  ])
  const left = members.reduce((sum, { marks }) => sum + marks.filter(({ points }) => points === null).length, 0)
  return { files, students: members.length, open: left, problems, pairs: pairs.length }
}

function stray({ line }: ManualMark): Problem {
  return { file: 'manual.csv', id: '', code: 'lab-collect.stray-mark', details: { line } }
}

/** Marks all students, some at once, in their order. */
async function markAll(submissions: readonly Submission[], collection: Collection): Promise<StudentMarks[]> {
  const marked = new Array<StudentMarks>(submissions.length)
  let next = 0
  let done = 0
  const work = async () => {
    for (let s = next++; s < submissions.length; s = next++) {
      marked[s] = await markStudent(submissions[s], collection)
      collection.onProgress(++done, submissions.length, submissions[s].id)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return marked
}
