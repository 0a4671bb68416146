import { judgeGradients, type GradientJudgement } from '../lab/judge-gradients'
import { problemOf } from '../lab/case-problem'
import { lessonCase } from '../lab/lesson-cases'
import type { BugQuestion, BugTask } from '../lab-file/tasks'
import { AppError } from '../messages/app-error'
import type { Text } from '../messages/texts-of'
import { mistakeOf, type MistakeName } from '../mistakes/catalogue'
import { mistakenGradients } from '../mistakes/mistaken-gradients'
import { markOf, markOfParts, say, type Mark, type MarkPart } from './mark'

/** The table of the check that a student sees of a planted mistake, one line a tensor. */
export type BugTable = Pick<GradientJudgement, 'tensors' | 'firstWrong'>

/** The gradient check of a worked example with a mistake in its backward pass, in all layers. */
export function bugTable(lesson: string, fault: MistakeName): BugTable {
  const found = lessonCase(lesson)
  if (!found) throw new AppError('bug', { message: `no worked example ${lesson}` })
  const problem = problemOf(found)
  const gradients = mistakenGradients(problem, [{ name: fault, layer: null }])
  return judgeGradients(problem, { loss: null, gradients })
}

/** The names of the questions about a mistake. */
const names: Readonly<Record<BugQuestion, Text>> = {
  tensor: { en: 'first wrong tensor', zh: '最先出错的张量' },
  line: { en: 'line of the mistake', zh: '出错的那一行' },
  why: { en: 'why', zh: '原因' }
}

/**
 * Marks the search for a planted mistake. The points are shared out among the questions, the first ones getting what is left over. The
 * tensor is judged here: the first wrong one from the output back, or another wrong one of the same layer. Line and reason are for a person.
 */
export function markBug(
  section: { readonly id: string; readonly points: number },
  task: BugTask,
  answer: Partial<Readonly<Record<BugQuestion, string>>> | null,
  fault: MistakeName
): Mark {
  const { id, points } = section
  if (!answer) return markOf(id, 0, points, say('lab-marks.none'))
  const table = bugTable(task.lesson, fault)
  const parts = task.ask.map((question, q): MarkPart => {
    const of = Math.floor(points / task.ask.length) + (q < points % task.ask.length ? 1 : 0)
    const given = answer[question]?.trim() ?? ''
    const judged = question === 'tensor' ? (isFirstWrong(table, given) ? of : 0) : null
    return { name: names[question], points: given === '' ? 0 : judged, of }
  })
  const { en, zh } = mistakeOf(fault).label
  const truth = { en: say('lab-marks.planted', { mistake: en, tensor: table.firstWrong ?? '–' }).en, zh: '' }
  return markOfParts(id, parts, [{ ...truth, zh: say('lab-marks.planted', { mistake: zh, tensor: table.firstWrong ?? '–' }).zh }])
}

/** Whether a student's tensor, such as `W1` or `dW1`, is the first wrong one, or fails in the same layer. */
function isFirstWrong({ tensors, firstWrong }: BugTable, given: string): boolean {
  if (firstWrong === null) return false
  const name = given.replace(/^d(?=[WwBb]\d)/, '').toLowerCase()
  const failing = tensors.filter(({ name: one, failed }) => failed > 0 && one.slice(1) === firstWrong.slice(1))
  return failing.some((one) => one.name.toLowerCase() === name)
}
