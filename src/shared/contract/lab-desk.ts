import * as v from 'valibot'
import type { AnswerEvent, BugTable, Lab, NetworkCase, WireError } from '#core'
import { lessonNames, type LessonName } from '../lessons'
import { answers, command, grant, nothing } from './request'

/** A lesson as the list of them shows it. */
export interface LessonInfo {
  readonly name: LessonName
  readonly title: Lab['title']
  readonly sections: number
  readonly points: number
}

/** A lab that was opened and not begun. */
export interface OpenedLab {
  readonly lab: Lab
  /** The file's name; null for a lesson. */
  readonly file: string | null
}

/** The lab that is worked on, as the engine process tells a page before anything else. */
export interface LabInHand {
  readonly opened: OpenedLab
  /** The student number; null in a preview. */
  readonly id: string | null
  /** Whether this process has it open; false where it was left by the end of an earlier one. */
  readonly isOpen: boolean
}

/** A prediction that was given. */
export interface GivenPrediction {
  readonly text: string
  readonly isRight: boolean
}

/** The state of a section with a task. */
export interface SectionState {
  /** The value of the last answer; null where there is none. */
  readonly answer: unknown
  /** The predictions in their order; none for other tasks. */
  readonly predictions: readonly GivenPrediction[]
  /** Whether it takes no answer any more. */
  readonly isClosed: boolean
  /** The right number, once it is told. */
  readonly truth: number | null
  /** The check of the gradients with the planted mistake; null for other tasks. */
  readonly table: BugTable | null
  /** The planted mistake, once it is told. */
  readonly mistake: Lab['title'] | null
}

/** A place where answers are kept. */
export interface AnswerPlace {
  readonly kind: 'local' | 'handin'
  readonly path: string
  /** Why the last answer is not there; null where it is. */
  readonly problem: WireError | null
}

/** A lab that somebody works on. */
export interface LabState {
  readonly lab: string
  /** The student number; null in a preview, of which nothing is kept. */
  readonly id: string | null
  /** The data of the student, with their seed; null where the lab has none. */
  readonly data: string | null
  /** The student's own network with its first mini-batch; null where the lab has no data. */
  readonly own: NetworkCase | null
  /** Milliseconds since it was begun. */
  readonly elapsed: number
  readonly isLate: boolean
  readonly sections: Readonly<Record<string, SectionState>>
  readonly places: readonly AnswerPlace[]
  /** Whether earlier answers were taken up. */
  readonly isResumed: boolean
  /** Files with what did not belong to the answers that were taken up. */
  readonly keptBeside: readonly string[]
  readonly isFinished: boolean
  /** Twelve digits of the last answer. */
  readonly receipt: string
}

const short = v.pipe(v.string(), v.maxLength(100))
const kinds = ['answer', 'hint', 'run'] as const satisfies readonly AnswerEvent['kind'][]

/** Lessons and labs: opened, begun, answered, handed in. */
export const labDeskRequests = {
  lessons: answers<readonly LessonInfo[]>()(nothing),
  openLesson: answers<OpenedLab>()(v.object({ name: v.picklist(lessonNames) })),
  /** Opens a lab file. Throws: lab-file, with the line and the field; request.lab-version. */
  openLabFile: answers<OpenedLab>()(v.object({ grant })),
  /** Saves the file of the lab that is open. */
  saveLabFile: answers<{ path: string }>()(v.object({ grant })),
  /**
   * Begins the lab that was opened, or goes on with it: the answers of that number that go furthest are taken up. `folder` is where answers
   * are handed in if the lab asks for it. Throws: request.lab-id; request.lab-changed; file.
   */
  beginLab: answers<LabState>()(v.object({ id: short, folder: v.nullable(grant) })),
  /** Begins the lab as a student would see it; nothing is kept. */
  previewLab: answers<LabState>()(nothing),
  /** The lab that is worked on; one that an earlier process left is taken up. Throws: request.no-lab, where there is none. */
  labAtWork: answers<LabState>()(nothing),
  /** Writes an answer down; acknowledged once it is on a disk. Throws: request.lab-closed; request.lab-late; file. */
  answerLab: answers<LabState>()(v.object({ section: short, kind: v.picklist(kinds), value: v.unknown() })),
  /** Answers a task `run` with the settings and figures of the run as it stands. */
  answerWithRun: answers<LabState>()(v.object({ section: short })),
  /** Opens the student's own data in the workbench, with the settings that they begin with. */
  openLabData: command(nothing),
  /** Hands the lab in: no answer is taken after it. */
  finishLab: answers<LabState>()(nothing),
  /** Closes the lab. */
  leaveLab: command(nothing)
}
