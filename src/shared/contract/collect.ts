import * as v from 'valibot'
import type { PythonMessage, TaskKind, TaskProgress, Text, WireError } from '#core'
import { answers, command, grant, nothing } from './request'

/** The files and folders that collecting a class begins from, and the folder of its results. */
export const collectPlaces = ['lab', 'folder', 'roster', 'secret', 'out'] as const
export type CollectPlace = (typeof collectPlaces)[number]

/** A task of a lab as the table of marks has it. */
export interface CollectedTask {
  readonly id: string
  readonly kind: TaskKind
  readonly of: number
  readonly question: Text
  /** The answers of the class, in the order of their codes; those that are none come last. */
  readonly answers: readonly CollectedAnswer[]
}

/** A part of a task that a person can give points for. */
export interface PointsField {
  /** Its name in manual.csv; empty for the whole task. */
  readonly part: string
  readonly name: Text
  readonly of: number
  /** As they were written; empty for none. */
  readonly points: string
  readonly remark: string
}

/** An answer under a code that names nobody. */
export interface CollectedAnswer {
  readonly code: string
  readonly text: string
  /** Null while a person has not marked it. */
  readonly points: number | null
  /** The findings, and the mistakes by name. */
  readonly findings: readonly Text[]
  readonly fields: readonly PointsField[]
}

/** A student's line in the table of marks. */
export interface CollectedStudent {
  readonly id: string
  readonly name: string
  /** The points of each task; null while a person has not marked it. */
  readonly points: readonly (number | null)[]
  readonly total: number | null
  readonly late: number
  readonly receipt: string
  /** Remarks on their files. */
  readonly problems: readonly Text[]
}

/** A class that was collected. */
export interface CollectedClass {
  readonly title: Text
  readonly tasks: readonly CollectedTask[]
  readonly students: readonly CollectedStudent[]
  /** The number of marks that a person still has to give. */
  readonly open: number
  readonly problems: readonly { readonly file: string; readonly id: string; readonly text: Text }[]
  /** Pairs of students with something in common: to be talked about, never a verdict. */
  readonly pairs: readonly { readonly first: string; readonly second: string; readonly section: string; readonly text: Text }[]
}

export interface CollectState {
  /** The paths that were chosen. */
  readonly places: Readonly<Record<CollectPlace, string | null>>
  readonly isRunning: boolean
  /** The last class that was collected; null for none. */
  readonly collected: CollectedClass | null
  /** Where its files are. */
  readonly out: string | null
  /** Why the last collection came to nothing, with the file that it is about; null where it did not. */
  readonly problem: { readonly error: WireError; readonly path: string | null } | null
}

/** Students that are marked, and the file of the last one. */
export interface CollectProgress extends TaskProgress {
  readonly file: string
}

/** A message to a session of Python in the page; null ends it. */
export interface StudentPython {
  readonly session: string
  readonly request: object | null
}

const short = v.pipe(v.string(), v.maxLength(200))
const message = v.variant('type', [
  v.strictObject({ type: v.picklist(['started', 'died']) }),
  v.strictObject({ type: v.literal('output'), text: v.string() }),
  v.strictObject({ type: v.literal('done'), result: v.string(), unprinted: v.number() })
]) satisfies v.GenericSchema<PythonMessage>

/** Collecting and marking the answers of a class. */
export const collectRequests = {
  collectState: answers<CollectState>()(nothing),
  /** Chooses a file or a folder; without a grant takes the choice back. */
  choosePlace: answers<CollectState>()(v.object({ place: v.picklist(collectPlaces), grant: v.nullable(grant) })),
  /** Marks the class and writes its files, unless `problem` says why not. */
  collectClass: answers<CollectState>()(nothing),
  cancelCollecting: command(nothing),
  /** Gives points or a remark to a part of an answer, in the files too. Throws: request.invalid; file; data. */
  giveMark: answers<CollectState>()(
    v.object({
      answer: short,
      task: short,
      part: short,
      points: v.optional(short),
      remark: v.optional(v.pipe(v.string(), v.maxLength(5000)))
    })
  ),
  /** Shows the folder of the results, or in it the sheet of a student, in the system's file manager. Throws: request.invalid. */
  showCollected: command(v.object({ id: v.nullable(short) })),
  /** A message of a session of Python in the page. */
  studentPythonSaid: command(v.object({ session: short, message }))
}
