import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { similarAnswers, sortSubmissions, type Lab, type Problem, type Roster, type Similarity, type Submission } from '#core'
import { markStudent, type Marking, type StudentMarks } from './mark-student'
import { readSubmissions } from './read-submissions'
import { secretCode } from './secret'

/** A class to be marked: the folder of its answers, and what is the same for all students. */
export interface ClassToMark extends Marking {
  readonly folder: string
  /** The bytes of the lab file, whose hash the answers name. */
  readonly labBytes: Uint8Array
  readonly roster: Roster | null
  onProgress(done: number, total: number, marked: Submission): void
}

/** A student as a machine marked them. */
export interface MachineMarked {
  readonly submission: Submission
  /** The code under which a person reads their answers. */
  readonly code: string
  readonly found: StudentMarks
}

/** A class as a machine marked it; the marks that a person gives come after. */
export interface ClassMarks {
  readonly lab: Lab
  readonly roster: Roster | null
  readonly students: readonly MachineMarked[]
  readonly problems: readonly Problem[]
  readonly pairs: readonly Similarity[]
}

/** Python takes most of the time, and runs in a process of its own. */
const AT_ONCE = Math.min(4, availableParallelism())

/**
 * Marks every file of answers in a folder; nothing is written.
 * Throws: data, where the folder cannot be read; the signal's reason.
 */
export async function markClass(asked: ClassToMark): Promise<ClassMarks> {
  const { folder, lab, labBytes, roster, secret, signal } = asked
  const labHash = createHash('sha256').update(labBytes).digest('hex')
  const read = await readSubmissions(folder, signal)
  const { submissions, problems: sorted } = sortSubmissions(read.files, lab, labHash, roster)
  const found = await markAll(submissions, asked)
  const texts = new Map(read.files.map(({ name, text }) => [name, text]))
  const pairs = similarAnswers(
    lab,
    submissions.map(({ id, file, events }, s) => ({ id, events, own: found[s].own, text: texts.get(file) ?? '' }))
  )
  const students = submissions.map((submission, s) => ({ submission, code: secretCode(secret, submission.id), found: found[s] }))
  return { lab, roster, students, problems: [...read.problems, ...sorted, ...found.flatMap(({ problems }) => problems)], pairs }
}

/** Marks all students, some at once, in their order. */
async function markAll(submissions: readonly Submission[], asked: ClassToMark): Promise<StudentMarks[]> {
  const marked = new Array<StudentMarks>(submissions.length)
  let next = 0
  let done = 0
  const work = async () => {
    for (let s = next++; s < submissions.length; s = next++) {
      marked[s] = await markStudent(submissions[s], asked)
      asked.onProgress(++done, submissions.length, submissions[s])
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return marked
}
