import {
  answerValueOf,
  bugTable,
  isPredicted,
  mistakeOf,
  ownFault,
  predictTruth,
  type AnswerEvent,
  type BackwardProblem,
  type BugTable,
  type BugTask,
  type Lab,
  type LabSection,
  type LabTask,
  type PredictTask
} from '#core'
import type { SectionState } from '#shared/contract'

/** Whose lab it is: the number, and the student's own network where there is one. */
export interface Student {
  readonly id: string
  readonly problem: BackwardProblem | null
}

/** The state of each section with a task, from the events of its answers. */
export function sectionStates(
  lab: Lab,
  student: Student,
  events: readonly AnswerEvent[],
  isFinished: boolean
): Record<string, SectionState> {
  return Object.fromEntries(
    lab.sections.flatMap((section) => {
      const { id, task } = section
      if (!task) return []
      const values = events.filter((one) => one.kind === 'answer' && one.section === id).map(({ value }) => value)
      const state = stateOf(lab, section, task, student, values)
      return [[id, { ...state, isClosed: state.isClosed || isFinished }]]
    })
  )
}

function stateOf(lab: Lab, section: LabSection, task: LabTask, student: Student, values: readonly unknown[]): SectionState {
  const open = { answer: values.at(-1) ?? null, predictions: [], isClosed: false, truth: null, table: null, mistake: null }
  if (task.kind === 'predict') return { ...open, ...predicted(task, student, values) }
  if (task.kind === 'bug') return { ...open, ...searched(lab, section, task, student, values.length > 0) }
  return open
}

/** A prediction is closed once it is right, or no try is left. */
function predicted(task: PredictTask, { problem }: Student, values: readonly unknown[]) {
  const truth = predictTruth(task, problem)
  const predictions = values
    .flatMap((value) => answerValueOf('predict', value) ?? [])
    .map(({ text }) => ({ text, isRight: truth !== null && isPredicted(task, text, truth) }))
  const isClosed = predictions.length >= task.tries || predictions.some(({ isRight }) => isRight)
  return { predictions, isClosed, truth: isClosed && task.then === 'reveal' ? truth : null }
}

/** The tables are the same for all students with the same mistake. */
const tables = new Map<string, BugTable>()

/** A search is closed with its answer, which the mistake is told after. */
function searched(lab: Lab, section: LabSection, task: BugTask, { id }: Student, isClosed: boolean) {
  const fault = ownFault(lab, id, section, task.faults)
  const key = `${task.lesson} ${fault}`
  const table = tables.get(key) ?? bugTable(task.lesson, fault)
  tables.set(key, table)
  return { isClosed, table, mistake: isClosed ? mistakeOf(fault).label : null }
}
