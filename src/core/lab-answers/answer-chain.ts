import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { utf8 } from '../formats/bytes'

/**
 * Answers to a lab as lines of JSON, each with the SHA-256 of the line before. A line is appended at each answer and nothing is ever changed,
 * so that a file that was cut or altered shows where. It prevents nothing: whoever can read this can write another chain.
 */

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const moment = { at: v.pipe(v.string(), v.isoTimestamp()), elapsed: v.pipe(v.number(), v.minValue(0)) }

/** The first line: whose answers to which lab, and what they were given in. */
const headSchema = v.strictObject({
  format: v.literal(1),
  lab: v.string(),
  /** SHA-256 of the lab file. */
  labHash: hash,
  /** The student number. */
  id: v.string(),
  /** Version of the app, and the name of its arithmetic. */
  app: v.string(),
  arithmetic: v.string(),
  /** The time by the clock, and the milliseconds since the lab was opened by one that nobody sets. */
  ...moment
})
export type AnswerHead = v.InferOutput<typeof headSchema>

const eventSchema = v.strictObject({
  prev: hash,
  ...moment,
  kind: v.picklist(['answer', 'hint', 'run', 'resume', 'finish']),
  /** The section of the lab; null where it is about the whole. */
  section: v.nullable(v.string()),
  value: v.unknown()
})
export type AnswerEvent = Omit<v.InferOutput<typeof eventSchema>, 'prev'>

/** A file of answers as far as its chain holds. */
export interface AnswerChain {
  readonly head: AnswerHead
  readonly events: readonly AnswerEvent[]
  /** The lines that hold, each with its line end: what an answer is appended to. */
  readonly text: string
  /** The rest that does not hold: a line that was being written when the power failed, or a changed one and all after it. */
  readonly rest: string
  /** Twelve digits of the last line, for a list on paper. */
  readonly receipt: string
}

/** The first line of a file of answers. */
export function beginAnswers(head: AnswerHead): string {
  return `${JSON.stringify(head)}\n`
}

/** The line to append to a chain for an event. */
export function answerLine({ text }: Pick<AnswerChain, 'text'>, event: AnswerEvent): string {
  return `${JSON.stringify({ prev: hashOf(lastLine(text)), ...event })}\n`
}

/** Reads answers as far as each line is of this form and holds the hash of the one before. Null where not even the first line does. */
export function readAnswerChain(text: string): AnswerChain | null {
  const lines = text.match(/[^\n]*\n/g) ?? []
  const head = parsed(headSchema, lines[0] ?? '')
  if (!head) return null
  const events: AnswerEvent[] = []
  let held = lines[0] ?? ''
  for (let l = 1; l < lines.length; l++) {
    const event = parsed(eventSchema, lines[l])
    if (event?.prev !== hashOf(lines[l - 1])) break
    const { prev: _prev, ...rest } = event
    events.push(rest)
    held += lines[l]
  }
  return { head, events, text: held, rest: text.slice(held.length), receipt: receiptOf(lastLine(held)) }
}

/** The chain that goes furthest of several copies, such as those in two places; of equals the first. Null where none holds. */
export function furthestChain(copies: readonly (AnswerChain | null)[]): AnswerChain | null {
  return copies.reduce((best, one) => (one && (!best || one.events.length > best.events.length) ? one : best), null)
}

function parsed<Output>(schema: v.GenericSchema<unknown, Output>, line: string): Output | null {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(line))
    return success ? output : null
  } catch {
    return null
  }
}

/** The first 48 bits of the hash of a line as decimal digits, in groups of four as they are written down. */
function receiptOf(line: string): string {
  const digits = (BigInt(`0x${hashOf(line).slice(0, 12)}`) % 1_000_000_000_000n).toString().padStart(12, '0')
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

function hashOf(line: string): string {
  return bytesToHex(sha256(utf8(line)))
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n', text.length - 2) + 1)
}
