import { parseCell } from '../data/number'
import { engineValue } from '../lab-truth/engine-value'
import { parseEnginePath } from '../lab-truth/engine-path'
import { lessonCase } from '../lab/lesson-cases'
import { problemOf } from '../lab/case-problem'
import type { PredictTask } from '../lab-file/tasks'
import type { BackwardProblem } from '../mistakes/backward-problem'
import { markOf, say, shownNumber, type Mark } from './mark'

/**
 * The right answer to a prediction; null where the engine has none, as where the student's own network has no such layer.
 * @param own the student's own problem; null where the lab has no data
 */
export function predictTruth({ answer }: PredictTask, own: BackwardProblem | null): number | null {
  if ('number' in answer) return answer.number
  const path = parseEnginePath(answer.engine)
  if (!path) return null
  const lesson = path.lesson === null ? null : lessonCase(path.lesson)
  const problem = path.lesson === null ? own : lesson && problemOf(lesson)
  return problem && engineValue(path, problem)
}

/** Whether a number as it was typed is the truth up to the task's tolerance, |answer − truth| ≤ tolerance. */
export function isPredicted({ tolerance }: Pick<PredictTask, 'tolerance'>, text: string, truth: number): boolean {
  return Math.abs(parseCell(text.trim()) - truth) <= tolerance
}

/** Marks a prediction: all points where one of the tries that the task allows is right, in the order in which they were given. */
export function markPredict(
  section: { readonly id: string; readonly points: number },
  task: PredictTask,
  answers: readonly { readonly text: string }[],
  own: BackwardProblem | null
): Mark {
  const { id, points } = section
  const truth = predictTruth(task, own)
  if (truth === null) return markOf(id, null, points, say('lab-marks.no-truth'))
  const tried = answers.slice(0, task.tries)
  if (tried.length === 0) return markOf(id, 0, points, say('lab-marks.none'))
  const right = tried.findIndex(({ text }) => isPredicted(task, text, truth))
  const details = { truth: shownNumber(truth), answer: tried[tried.length - 1].text.trim().slice(0, 40) }
  return right < 0
    ? markOf(id, 0, points, say('lab-marks.predicted-wrong', details))
    : markOf(id, points, points, say('lab-marks.predicted-right', { ...details, try: right + 1 }))
}
