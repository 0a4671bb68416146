import {
  answerText,
  evidenceTexts,
  mistakes,
  openParts,
  problemText,
  totalOf,
  wholeTask,
  type ClassMember,
  type Mark,
  type ManualMark
} from '#core'
import type { CollectedAnswer, CollectedClass, CollectedTask, PointsField } from '#shared/contract'
import type { CollectedFolder } from '../../node/lab/collect-files'

/** A collected class as the page shows it: marks by student number, answers under codes that name nobody. */
export function collectedClass({ marks: { lab, students }, collected }: CollectedFolder): CollectedClass {
  const { members, manual, open, problems, pairs } = collected
  const sections = lab.sections.flatMap((section) => (section.task ? [{ ...section, task: section.task }] : []))
  return {
    title: lab.title,
    tasks: sections.map(({ id, points, text, task }): CollectedTask => {
      const answers = members.map((member, s): CollectedAnswer => {
        const mark = markOf(member.marks, id)
        return {
          code: member.code,
          text: answerText(id, task.kind, member.events),
          points: mark.points,
          findings: [...mark.sentences, ...mark.mistakes.map((name) => mistakes[name].label)],
          fields: fieldsOf(markOf(students[s].found.marks, id), member, manual)
        }
      })
      return { id, kind: task.kind, of: points, question: text, answers: answers.sort(givenFirst) }
    }),
    students: members.map(({ id, name, marks, late, receipt }) => ({
      id,
      name,
      points: sections.map((section) => markOf(marks, section.id).points),
      total: totalOf(marks),
      late,
      receipt,
      problems: problems.filter((problem) => problem.id === id).map(problemText)
    })),
    open,
    problems: problems.map((problem) => ({ file: problem.file, id: problem.id, text: problemText(problem) })),
    pairs: pairs.map(({ first, second, section, evidence }) => ({ first, second, section, text: evidenceTexts[evidence] }))
  }
}

/** By code, which is by nothing that is known of a student; what is empty comes last. */
function givenFirst(a: CollectedAnswer, b: CollectedAnswer): number {
  return Number(a.text === '') - Number(b.text === '') || (a.code < b.code ? -1 : 1)
}

function markOf(marks: readonly Mark[], section: string): Mark {
  const found = marks.find((one) => one.section === section)
  if (!found) throw new TypeError(`no mark of ${section}`)
  return found
}

/** The points that a person can give: of the parts that are left to them, and of the whole task where a machine marked it or somebody gave them so. */
function fieldsOf(mark: Mark, { code }: ClassMember, manual: readonly ManualMark[]): PointsField[] {
  const given = (part: string) => manual.find((one) => one.answer === code && one.task === mark.section && one.part === part)
  const left = openParts(mark)
  const isWhole = left.length === 0 || (given('') !== undefined && left[0].part !== '')
  const parts = isWhole ? [...left, wholeTask(mark)] : left
  return parts.map((part) => ({ ...part, points: given(part.part)?.points ?? '', remark: given(part.part)?.remark ?? '' }))
}
