import { plainForm, plainNotation, type DecimalMark, type Notation } from './number'
import { isMissing } from './missing'

/** A column votes when at least this part of its cells, the missing ones apart, may be numbers in some notation. */
const numericPart = 0.9

const numberLike = /^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?$/
/** `1,234` or `12.345`: the mark may be that of decimals or of thousands. (`0,125` can only be decimals.) */
const ambiguous = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/
const both = /^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d*|(?:\.\d{3})+,\d*)$/
const severalGroups = /^[+-]?\d{1,3}(?:,\d{3}){2,}$/
const oneMark = /^[+-]?\d*[.,]\d+(?:[eE][+-]?\d+)?$/

/** A number that shows a notation or leaves it open: its row and column, both from 0, and how it is written. */
export interface NumberCell {
  readonly row: number
  readonly column: number
  readonly value: string
}

export interface FoundNotation {
  readonly notation: Notation
  /** The first number with a decimal comma, or with groups of thousands: what the notation was found from; null for plain ones. */
  readonly evidence: NumberCell | null
  /** The first number that might be in thousands, where nothing in the file tells; null when there is none. */
  readonly ambiguous: NumberCell | null
}

/** A column of trimmed texts, as much of it as is needed to see how its numbers are written. */
export interface NotationSource {
  hasComma(): boolean
  /** Rows in order, with their texts; not such as show only what an earlier one does. */
  examples(): Iterable<readonly [row: number, text: string]>
  /** In how many rows a text stands of which something holds. */
  count(holds: (text: string) => boolean): number
}

/** A column of texts that are all at hand, trimmed or not. */
export function notationSource(cells: readonly string[]): NotationSource {
  return {
    hasComma: () => cells.some((cell) => cell.includes(',') || cell.includes('，')),
    examples: () => cells.map((cell, row) => [row, cell.trim()] as const),
    count: (holds) => cells.filter((cell) => holds(cell.trim())).length
  }
}

/**
 * How the numbers of a file are written, from its columns. A decimal comma is taken for one only where something shows it
 * and no number has a decimal point; thousands are only taken for such beside a decimal mark or in several groups.
 */
export function findNotation(columns: readonly NotationSource[], isAbsent = isMissing): FoundNotation {
  const firsts = new Map<Sign, NumberCell>()
  const hasComma = columns.some((column) => column.hasComma())
  columns.forEach((source, column) => {
    if (!hasComma || !mayBeNumbers(source, isAbsent)) return
    for (const [row, text] of source.examples()) {
      const value = plainForm(text).text
      const sign = signOf(value)
      if (sign !== null && !firsts.has(sign)) firsts.set(sign, { row, column, value })
    }
  })
  const first = (sign: Sign) => firsts.get(sign) ?? null
  const comma = first('comma') ?? first('grouped-comma')
  const isComma = comma !== null && first('point') === null && first('grouped-point') === null
  const decimal: DecimalMark = isComma ? ',' : '.'
  const grouping = isComma ? first('grouped-comma') : first('grouped-point')
  if (!isComma && grouping === null) {
    return { notation: plainNotation, evidence: null, ambiguous: first('ambiguous-comma') }
  }
  return {
    notation: { decimal, grouped: grouping !== null },
    evidence: isComma ? comma : grouping,
    ambiguous: isComma && grouping === null ? first('ambiguous-point') : null
  }
}

/** What a number shows: its decimal mark, that its thousands are grouped too, or neither for certain. */
type Sign = 'comma' | 'point' | 'grouped-comma' | 'grouped-point' | 'ambiguous-comma' | 'ambiguous-point'

function signOf(trimmed: string): Sign | null {
  if (both.test(trimmed)) return trimmed.lastIndexOf(',') > trimmed.lastIndexOf('.') ? 'grouped-comma' : 'grouped-point'
  if (severalGroups.test(trimmed)) return 'grouped-point'
  if (!oneMark.test(trimmed)) return null
  const isComma = trimmed.includes(',')
  if (ambiguous.test(trimmed)) return isComma ? 'ambiguous-comma' : 'ambiguous-point'
  return isComma ? 'comma' : 'point'
}

function mayBeNumbers(source: NotationSource, isAbsent: typeof isMissing): boolean {
  const filled = source.count((text) => !isAbsent(text))
  return source.count((text) => !isAbsent(text) && numberLike.test(plainForm(text).text)) >= numericPart * filled
}
