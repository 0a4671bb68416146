import * as v from 'valibot'
import type { Json } from '../formats/json'
import type { TaskKind } from '../lab-file/tasks'

/** The longest text and program that are kept, in characters. */
const MOST = 100_000

const text = v.pipe(v.string(), v.maxLength(MOST))
const short = v.pipe(v.string(), v.maxLength(1000))
const json = v.custom<Json>((value) => value !== undefined)

/** The form of an answer to a task of each kind, in the `value` of its event. */
export const answerValues = {
  /** The number as it was typed, and which try it is, from 1. */
  predict: v.strictObject({ try: v.pipe(v.number(), v.integer(), v.minValue(1)), text: short }),
  /** The first wrong tensor from the output back, the line that makes it wrong, and why. */
  bug: v.strictObject({ tensor: v.optional(short), line: v.optional(short), why: v.optional(text) }),
  code: v.strictObject({ code: text }),
  text: v.strictObject({ text }),
  /** The settings of the run, as the app exports them, and the figures that it reached. */
  run: v.strictObject({ settings: v.record(v.string(), json), figures: v.record(v.string(), v.number()) })
} as const satisfies Readonly<Record<TaskKind, v.GenericSchema>>

/** The answer to a task of a kind. */
export type AnswerValue<Kind extends TaskKind> = v.InferOutput<(typeof answerValues)[Kind]>

/** The value of an event `hint`: the number of the hint, from 1. */
export const hintValue = v.strictObject({ n: v.pipe(v.number(), v.integer(), v.minValue(1)) })

/** The value of an event as an answer to a task of a kind; null where it is none. */
export function answerValueOf<Kind extends TaskKind>(kind: Kind, value: unknown): AnswerValue<Kind> | null {
  const { success, output } = v.safeParse<(typeof answerValues)[Kind]>(answerValues[kind], value)
  return success ? output : null
}
