import { plainForm, plainNotation, type DecimalMark, type Notation } from './number'
import { isMissing } from './missing'

/** A column is considered when at least this fraction of its cells that are not missing may be numbers in some notation. */
const numericPart = 0.9

const numberLike = /^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?$/
/** `1,234` or `12.345`: the mark may be the decimal mark or the thousands separator. (`0,125` can only be decimals.) */
const ambiguous = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/
const both = /^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d*|(?:\.\d{3})+,\d*)$/
const severalGroups = /^[+-]?\d{1,3}(?:,\d{3}){2,}$/
const oneMark = /^[+-]?\d*[.,]\d+(?:[eE][+-]?\d+)?$/

/** A number that is evidence of a notation, or ambiguous: its row and column, both from 0, and its text. */
export interface NumberCell {
  readonly row: number
  readonly column: number
  readonly value: string
}

export interface FoundNotation {
  readonly notation: Notation
  /** The first number with a decimal comma or thousands separators, from which the notation was detected; null for plain ones. */
  readonly evidence: NumberCell | null
  /** The first number that might have a thousands separator, where nothing in the file decides it; null when there is none. */
  readonly ambiguous: NumberCell | null
}

/** A column of trimmed texts, as far as it is needed to detect the notation of its numbers. */
export interface NotationSource {
  hasComma(): boolean
  /** Rows in order, with their texts, without those that show no more than an earlier one. */
  examples(): Iterable<readonly [row: number, text: string]>
  /** Counts the rows whose text satisfies a predicate. */
  count(holds: (text: string) => boolean): number
}

/** Creates the source of a column whose texts are all in memory, trimmed or not. */
export function notationSource(cells: readonly string[]): NotationSource {
  return {
    hasComma: () => cells.some((cell) => cell.includes(',') || cell.includes('，')),
    examples: () => cells.map((cell, row) => [row, cell.trim()] as const),
    count: (holds) => cells.filter((cell) => holds(cell.trim())).length
  }
}

/**
 * Detects the notation of a file's numbers from its columns. A comma counts as the decimal mark only where a number proves it and no
 * number has a decimal point; thousands separators count only beside a decimal mark or in several groups.
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

/** Evidence in a number: its decimal mark, a decimal mark with grouped thousands, or neither for certain. */
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
