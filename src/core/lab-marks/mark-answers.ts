import type { AnswerEvent } from '../lab-answers/answer-chain'
import { answerValueOf, hintValue, type AnswerValue } from '../lab-answers/answer-values'
import { problemOf } from '../lab/case-problem'
import { lessonCase } from '../lab/lesson-cases'
import type { Lab, LabSection } from '../lab-file/read-lab-file'
import type { CodeTask, LabTask, TaskKind } from '../lab-file/tasks'
import type { BackwardProblem } from '../mistakes/backward-problem'
import * as v from 'valibot'
import { markOf, say, type Mark } from './mark'
import { markBug } from './mark-bug'
import { markCode, type RunProgram } from './mark-code'
import { markPredict } from './mark-predict'
import { markRun, type RunFigures } from './mark-run'
import { markText } from './mark-text'
import { ownFault } from './own-lab'
import type { SettingName } from '../settings/catalogue'

/** The result of training a run again: its figures, null where that failed, and the locked setting that was changed, null for none. */
export interface RepeatedRun {
  readonly figures: RunFigures | null
  readonly broken: SettingName | null
}

/** The part of marking that the core cannot do: running programs and training. */
export interface Marker {
  /** Runs a program; null where there is no Python. */
  runProgram(source: string, task: CodeTask, problem: BackwardProblem): Promise<RunProgram | null>
  repeatRun(settings: AnswerValue<'run'>['settings']): Promise<RepeatedRun>
}

/** The answers of a student to the sections of a lab, as they count. */
export interface MarkedStudent {
  readonly id: string
  readonly events: readonly AnswerEvent[]
  /** Their own network; null where the lab has no data. */
  readonly own: BackwardProblem | null
}

/** Marks the answers of a student, task by task in the order of the lab. */
export async function markAnswers(lab: Lab, student: MarkedStudent, marker: Marker): Promise<Mark[]> {
  const marks: Mark[] = []
  for (const section of lab.sections) {
    const { task } = section
    if (!task) continue
    const mark = await markTask(lab, section, task, student, marker)
    marks.push(task.kind === 'code' ? withHints(mark, section, task, student.events) : mark)
  }
  return marks
}

/** The answers to a section, each of the kind of its task; null where one is not. */
export function answersTo<Kind extends TaskKind>(
  events: readonly AnswerEvent[],
  section: string,
  kind: Kind
): (AnswerValue<Kind> | null)[] {
  return events.filter((event) => event.kind === 'answer' && event.section === section).map((event) => answerValueOf(kind, event.value))
}

async function markTask(lab: Lab, section: LabSection, task: LabTask, { id, events, own }: MarkedStudent, marker: Marker): Promise<Mark> {
  const { id: name, points } = section
  const answers = answersTo(events, name, task.kind)
  if (answers.length === 0) return markOf(name, 0, points, say('lab-marks.none'))
  const last = answers[answers.length - 1]
  if (last === null) return markOf(name, null, points, say('lab-marks.unreadable'))
  switch (task.kind) {
    case 'predict':
      return markPredict(
        section,
        task,
        answersTo(events, name, 'predict').filter((one) => one !== null),
        own
      )
    case 'bug':
      return markBug(section, task, last as AnswerValue<'bug'>, ownFault(lab, id, section, task.faults))
    case 'text':
      return markText(section, task, (last as AnswerValue<'text'>).text)
    case 'code': {
      const problem = codeProblem(task, own)
      const run = problem && (await marker.runProgram((last as AnswerValue<'code'>).code, task, problem))
      return run ? markCode(section, task, run) : markOf(name, null, points, say('lab-marks.no-python'))
    }
    case 'run': {
      const { settings, figures } = last as AnswerValue<'run'>
      const repeated = await marker.repeatRun(settings)
      if (repeated.broken) return markOf(name, null, points, say('lab-marks.locked', { setting: repeated.broken }))
      return markRun(section, task, figures, repeated.figures)
    }
  }
}

/** The network that a program is written for; null where there is none. */
export function codeProblem({ lesson }: Pick<CodeTask, 'lesson'>, own: BackwardProblem | null): BackwardProblem | null {
  const found = lesson === null ? null : lessonCase(lesson)
  return lesson === null ? own : found && problemOf(found)
}

/** The mark less what the hints that were taken cost, but no less than 0. */
function withHints(mark: Mark, { id }: LabSection, { hints }: CodeTask, events: readonly AnswerEvent[]): Mark {
  const taken = new Set(
    events.flatMap((event) => (event.kind === 'hint' && event.section === id && v.is(hintValue, event.value) ? [event.value.n] : []))
  )
  const cost = (hints?.cost ?? 0) * taken.size
  if (cost === 0 || mark.points === null) return mark
  const sentences = [...mark.sentences, say('lab-marks.hint', { count: taken.size, cost })]
  return { ...mark, points: Math.max(0, mark.points - cost), sentences }
}
