import { plainNotation, type DecimalMark, type Notation } from './number'
import { isMissing } from './missing'
import { plainForm } from './plain-form'
import { isCurrency, isMultiplier, unitOf } from './unit'

/** A column's numbers are read in its own notation when at least this fraction of its cells that are not missing are numbers in it. */
const ownPart = 0.5

/** A column is evidence of the notation of others, and a unit is taken off, from this fraction on. */
const surePart = 0.9

const numberLike = /^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?$/
/** `1,234` or `12.345`: the mark may be the decimal mark or the thousands separator. (`0,125` can only be decimals.) */
const ambiguous = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/
const both = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d*|\d{1,2}(?:,\d{2})+,\d{3}\.\d*|\d{1,3}(?:\.\d{3})+,\d*)$/
const commaGroups = /^[+-]?(?:\d{1,3}(?:,\d{3}){2,}|\d{1,2}(?:,\d{2})+,\d{3})$/
const pointGroups = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/
const oddMark = /[^\d.+eE-]|\.\d*\./
const oneMark = /^[+-]?\d*[.,]\d+(?:[eE][+-]?\d+)?$/

/** A number that is evidence of a notation, or ambiguous: its row and column, both from 0, and its text. */
export interface NumberCell {
  readonly row: number
  readonly column: number
  readonly value: string
}

export interface FoundNotations {
  /** The notation of each column's numbers. */
  readonly columns: readonly Notation[]
  /** The notation of the columns that show none of their own. */
  readonly common: Notation
  /** Whether columns that show a decimal mark show different ones. */
  readonly areMixed: boolean
  /** The first number of each column from which a decimal comma or thousands separators were detected. */
  readonly evidence: readonly NumberCell[]
  /** The first number that might have a thousands separator, where nothing decides it, and how many there are in its column; null without one. */
  readonly ambiguous: (NumberCell & { readonly count: number }) | null
}

/** Some rows of a column with texts that are the same evidence: the first one and its text, and the number of rows. */
export interface TextGroup {
  readonly row: number
  readonly text: string
  readonly count: number
}

/** A column of trimmed texts, as far as it is needed to detect the notation of its numbers. */
export interface NotationSource {
  /** Whether no number can be in other than the plain notation, so that there is nothing to detect. */
  isPlain(): boolean
  /** The groups of its rows, by their first rows. */
  groups(): Iterable<TextGroup>
}

/** Whether a text has something that no plain number has: another character, or a second point. */
export function hasOddMark(text: string): boolean {
  return oddMark.test(text)
}

/** Whether the only mark of a number in plain form may be the decimal mark or separate thousands. */
export function isAmbiguous(plain: string): boolean {
  return ambiguous.test(plain)
}

/** Texts of a column that are examined to see whether it may have numbers, and the fraction of them that must be such. */
const examined = 200
const numericPart = 0.25

/** Whether enough of some distinct texts may be numbers, in whatever notation, to be worth detecting it. */
export function mayBeNumbers(distinct: readonly string[]): boolean {
  const step = Math.max(1, Math.floor(distinct.length / examined))
  const some = distinct.filter((_, i) => i % step === 0)
  const numbers = some.filter((text) => /\d/.test(text) && numberLike.test(plainForm(text, unitOf(text) ?? undefined).text))
  return numbers.length > 0 && numbers.length >= numericPart * some.length
}

/** Creates the source of a column whose texts are all in memory, trimmed or not. */
export function notationSource(cells: readonly string[]): NotationSource {
  const texts = cells.map((cell) => cell.trim())
  return {
    isPlain: () => !texts.some(hasOddMark) || !mayBeNumbers(texts),
    groups: () => texts.map((text, row) => ({ row, text, count: 1 }))
  }
}

/**
 * Detects the notation of each column's numbers by majority: a number proves a decimal mark when it can be read in one way only. A column
 * without proof is read like the others where these agree. Thousands separators count only beside a decimal mark or in several groups.
 */
export function findNotations(columns: readonly NotationSource[], { decimal, isAbsent = isMissing, expected = [] }: Known = {}): FoundNotations {
  const given = decimal && { decimal, grouped: true }
  const isPlain = expected.every((notation) => notation === undefined) && columns.every((column) => column.isPlain())
  if (isPlain) return { ...nothingFound, columns: columns.map(() => given ?? plainNotation), common: given ?? plainNotation }
  const found = columns.map((source, column) => evidenceIn(source, column, isAbsent))
  if (given) return { ...nothingFound, columns: found.map(({ unit }) => withUnit(given, unit)), common: given }
  const common = commonOf(found)
  const areMixed = new Set(found.flatMap((one) => (isSure(one) ? (decimalOf(one) ?? []) : []))).size > 1
  const notations = found.map((one, c) => notationOf(one, common, expected[c]))
  const evidence = found.flatMap((one, c) => evidenceFor(one, notations[c]) ?? [])
  return { columns: notations, common, areMixed, evidence, ambiguous: firstAmbiguous(found, notations) }
}

/** Facts that are known before the notations are detected. */
interface Known {
  /** The decimal mark of all columns, which implies that the other one separates thousands; detected unless given. */
  readonly decimal?: DecimalMark
  readonly isAbsent?: (trimmed: string) => boolean
  /** The notations of the columns in an earlier file, for those without proof of their own. */
  readonly expected?: readonly (Notation | undefined)[]
}

const nothingFound = { areMixed: false, evidence: [], ambiguous: null } as const

/** Evidence in a number: its decimal mark, a decimal mark with grouped thousands, or neither for certain. */
type Sign = 'comma' | 'point' | 'grouped-comma' | 'grouped-point' | 'ambiguous-comma' | 'ambiguous-point'

/** The evidence of a column. */
interface Evidence {
  /** The unit of its numbers; undefined without one. */
  readonly unit: string | undefined
  /** The fraction of the cells that are not missing which may be numbers. */
  readonly numeric: number
  readonly counts: ReadonlyMap<Sign, number>
  readonly firsts: ReadonlyMap<Sign, NumberCell>
}

function evidenceIn(source: NotationSource, column: number, isAbsent: typeof isMissing): Evidence {
  const groups = [...source.groups()].filter(({ text }) => !isAbsent(text))
  const filled = groups.reduce((sum, { count }) => sum + count, 0)
  const unit = unitIn(groups, filled)
  const counts = new Map<Sign, number>()
  const firsts = new Map<Sign, NumberCell>()
  let numbers = 0
  for (const { row, text, count } of groups) {
    const value = plainForm(text, unit).text
    if (!numberLike.test(value)) continue
    numbers += count
    const sign = signOf(value, unit !== undefined && isCurrency(unit))
    if (sign === null) continue
    counts.set(sign, (counts.get(sign) ?? 0) + count)
    if (!firsts.has(sign)) firsts.set(sign, { row, column, value })
  }
  return { unit, numeric: filled === 0 ? 0 : numbers / filled, counts, firsts }
}

/** Returns the unit that almost all cells have, with different numbers; one cell alone is no evidence. */
function unitIn(groups: readonly TextGroup[], filled: number): string | undefined {
  const found = new Map<string, { cells: number; texts: number }>()
  for (const { text, count } of groups) {
    const unit = unitOf(text)
    if (unit === null || !numberLike.test(plainForm(text, unit).text)) continue
    const { cells, texts } = found.get(unit) ?? { cells: 0, texts: 0 }
    found.set(unit, { cells: cells + count, texts: texts + 1 })
  }
  return [...found].find(([unit, { cells, texts }]) => texts > 1 && cells >= (isMultiplier(unit) ? 1 : surePart) * filled)?.[0]
}

/** Amounts of money have at most two decimals, so that a mark before three digits separates thousands. */
function signOf(plain: string, isMoney: boolean): Sign | null {
  if (both.test(plain)) return plain.lastIndexOf(',') > plain.lastIndexOf('.') ? 'grouped-comma' : 'grouped-point'
  if (commaGroups.test(plain)) return 'grouped-point'
  if (pointGroups.test(plain)) return 'grouped-comma'
  if (!oneMark.test(plain)) return null
  const isComma = plain.includes(',')
  if (ambiguous.test(plain)) {
    if (isMoney) return isComma ? 'grouped-point' : 'grouped-comma'
    return isComma ? 'ambiguous-comma' : 'ambiguous-point'
  }
  return isComma ? 'comma' : 'point'
}

/** Returns the decimal mark that most of a column's numbers prove, the point of equally many; null without proof. */
function decimalOf({ counts }: Evidence): DecimalMark | null {
  const votes = (mark: 'comma' | 'point') => (counts.get(mark) ?? 0) + (counts.get(`grouped-${mark}`) ?? 0)
  const [commas, points] = [votes('comma'), votes('point')]
  if (commas === 0 && points === 0) return null
  return commas > points ? ',' : '.'
}

function isSure({ numeric }: Evidence): boolean {
  return numeric >= surePart
}

function isGrouped({ counts }: Evidence, decimal: DecimalMark): boolean {
  return counts.has(decimal === ',' ? 'grouped-comma' : 'grouped-point')
}

/** Returns the notation that all columns with proof agree on; the plain one where they do not, or none has proof. */
function commonOf(found: readonly Evidence[]): Notation {
  const proofs = found.filter((one) => isSure(one) && decimalOf(one) !== null)
  const marks = new Set(proofs.map(decimalOf))
  const decimal: DecimalMark = marks.size === 1 && marks.has(',') ? ',' : '.'
  return marks.size > 1 ? plainNotation : { decimal, grouped: proofs.some((one) => isGrouped(one, decimal)) }
}

function notationOf(evidence: Evidence, common: Notation, expected: Notation | undefined): Notation {
  const { numeric } = evidence
  const own = numeric >= ownPart ? decimalOf(evidence) : null
  const unit = evidence.unit ?? expected?.unit
  if (own === null && expected) return withUnit(expected, unit)
  const decimal = own ?? common.decimal
  const grouped = (own !== null && isGrouped(evidence, own)) || (common.grouped && decimal === common.decimal)
  // One object for all columns that are alike.
  return withUnit(decimal === common.decimal && grouped === common.grouped ? common : { decimal, grouped }, unit)
}

function withUnit(notation: Notation, unit: string | undefined): Notation {
  return unit === undefined ? notation : { ...notation, unit }
}

function evidenceFor({ numeric, firsts }: Evidence, { decimal, grouped }: Notation): NumberCell | undefined {
  if (numeric < ownPart) return undefined
  const groups = grouped ? firsts.get(decimal === ',' ? 'grouped-comma' : 'grouped-point') : undefined
  return decimal === ',' ? (firsts.get('comma') ?? groups) : groups
}

/** Finds the first number that its column's notation reads as none, though it may have been meant as thousands. */
function firstAmbiguous(found: readonly Evidence[], notations: readonly Notation[]): FoundNotations['ambiguous'] {
  for (const [c, { numeric, firsts, counts }] of found.entries()) {
    const { decimal, grouped } = notations[c]
    const sign = decimal === ',' ? 'ambiguous-point' : 'ambiguous-comma'
    const cell = firsts.get(sign)
    if (cell && !grouped && numeric >= ownPart) return { ...cell, count: counts.get(sign) ?? 0 }
  }
  return null
}
