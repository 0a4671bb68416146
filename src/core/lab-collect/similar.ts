import type { AnswerEvent } from '../lab-answers/answer-chain'
import { answersTo } from '../lab-marks/mark-answers'
import { isPredicted, predictTruth } from '../lab-marks/mark-predict'
import type { Lab } from '../lab-file/read-lab-file'
import type { BackwardProblem } from '../mistakes/backward-problem'
import { normalizedCode } from './normalized-code'

/** A student's answers and their own network. */
export interface Comparable {
  readonly id: string
  readonly events: readonly AnswerEvent[]
  readonly own: BackwardProblem | null
  /** The whole file, with the lines that do not hold. */
  readonly text: string
}

/** Something that two students have in common, to be talked about; it is no verdict. */
export interface Similarity {
  readonly first: string
  readonly second: string
  /** The section; empty where it is the files as a whole. */
  readonly section: string
  /** The other's individual numbers; the same program up to blanks, remarks and names; lines of the same chain. */
  readonly evidence: 'other-numbers' | 'same-code' | 'shared-chain'
}

/** Shorter programs are the same by chance, and one that more students have than would ever work together is the usual one. */
const LEAST_CODE = 150
const MOST_ALIKE = 6

/** Lists what pairs of students have in common that they would hardly have alone. */
export function similarAnswers(lab: Lab, students: readonly Comparable[]): Similarity[] {
  const found: Similarity[] = []
  for (const section of lab.sections) {
    const { task } = section
    if (task?.kind === 'code') found.push(...sameCode(section.id, students))
    if (task?.kind !== 'predict' || !('engine' in task.answer)) continue
    const truths = students.map(({ own }) => predictTruth(task, own))
    for (const [i, one] of students.entries()) {
      const texts = answersTo(one.events, section.id, 'predict').flatMap((answer) => (answer ? [answer.text] : []))
      for (const [j, other] of students.entries()) {
        const [mine, theirs] = [truths[i], truths[j]]
        if (i === j || mine === null || theirs === null || isPredicted(task, String(mine), theirs)) continue
        if (texts.some((text) => isPredicted(task, text, theirs)))
          found.push({ first: one.id, second: other.id, section: section.id, evidence: 'other-numbers' })
      }
    }
  }
  return [...found, ...sharedChains(students)]
}

function sameCode(section: string, students: readonly Comparable[]): Similarity[] {
  return groupsBy(
    students,
    ({ events }) => {
      const code = normalizedCode(answersTo(events, section, 'code').at(-1)?.code ?? '')
      return code.length < LEAST_CODE ? [] : [code]
    },
    MOST_ALIKE
  ).map(([first, second]) => ({ first, second, section, evidence: 'same-code' }))
}

/** Each line has the hash of the one before, so a line of another's chain betrays itself, wherever it stands. */
function sharedChains(students: readonly Comparable[]): Similarity[] {
  const pairs = groupsBy(students, ({ text }) => Array.from(text.matchAll(/"prev":"([0-9a-f]{64})"/g), ([, hash]) => hash))
  return pairs.map(([first, second]) => ({ first, second, section: '', evidence: 'shared-chain' }))
}

/** Every pair of students that have a key in common, once; a key that more than `most` have is passed over. */
function groupsBy(
  students: readonly Comparable[],
  keysOf: (student: Comparable) => readonly string[],
  most = Infinity
): [string, string][] {
  const holders = new Map<string, Set<string>>()
  for (const student of students) {
    for (const key of keysOf(student)) holders.set(key, (holders.get(key) ?? new Set()).add(student.id))
  }
  const pairs = new Map<string, [string, string]>()
  for (const ids of holders.values()) {
    if (ids.size > most) continue
    const sorted = [...ids].sort()
    for (const [i, first] of sorted.entries()) for (const second of sorted.slice(i + 1)) pairs.set(`${first} ${second}`, [first, second])
  }
  return [...pairs.values()]
}
