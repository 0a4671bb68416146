import { sentence, type Details, type TextCode } from '../messages/catalogue'
import type { Text } from '../messages/texts-of'
import type { MistakeName } from '../mistakes/catalogue'

/** A part of a task with points of its own: a stage of a program, a question about a mistake, a line of a rubric. */
export interface MarkPart {
  readonly name: Text
  /** Null where a person marks it. */
  readonly points: number | null
  readonly of: number
}

/** The mark of the answer to a task. */
export interface Mark {
  readonly section: string
  /** The points that a machine gives; null where a person marks a part of it. */
  readonly points: number | null
  readonly of: number
  readonly parts: readonly MarkPart[]
  /** The findings, for the student. */
  readonly sentences: readonly Text[]
  /** The mistakes that explain a program or numbers. */
  readonly mistakes: readonly MistakeName[]
}

/** A section's mark of some parts: none is known where one is not. */
export function markOfParts(
  section: string,
  parts: readonly MarkPart[],
  sentences: readonly Text[],
  mistakes: readonly MistakeName[] = []
): Mark {
  const points = parts.map((part) => part.points)
  const of = parts.reduce((sum, part) => sum + part.of, 0)
  return { section, points: sumOf(points), of, parts, sentences, mistakes }
}

/** A mark as a whole. */
export function markOf(section: string, points: number | null, of: number, ...sentences: readonly Text[]): Mark {
  return { section, points, of, parts: [], sentences, mistakes: [] }
}

function sumOf(points: readonly (number | null)[]): number | null {
  return points.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** A sentence in both languages. */
export function say(code: TextCode, details: Details = {}): Text {
  return { en: sentence(code, details, 'en'), zh: sentence(code, details, 'zh') }
}

/** The digits of a number that are shown; what is below rounding is 0. */
const DIGITS = 8
const ROUNDING = 1e-14

/** A number as a student reads it. */
export function shownNumber(value: number): string {
  return Math.abs(value) < ROUNDING ? '0' : String(Number(value.toPrecision(DIGITS)))
}
