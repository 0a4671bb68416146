import { AppError } from '../messages/app-error'
import { isJsonObject, parseJson, type Json } from '../formats/json'
import { endOfString } from '../formats/json-limits'
import { isInRange, rangeText, type NumberRange, type Options } from '../nn/option'
import { zeros, type Matrix } from '../tensor/matrix'

/** A value in a JSON text with its path, such as `[3].parameters[1].W[0]`, which every error names. */
export class CaseField {
  constructor(
    private readonly value: Json | undefined,
    readonly path: string
  ) {}

  get isPresent(): boolean {
    return this.value !== undefined
  }

  get isNull(): boolean {
    return this.value === null
  }

  get isNumber(): boolean {
    return typeof this.value === 'number'
  }

  /** Returns a field of an object. Throws: case. */
  field(name: string): CaseField {
    if (!isJsonObject(this.value)) throw this.wrong('case.object')
    return new CaseField(Object.hasOwn(this.value, name) ? this.value[name] : undefined, `${this.path}.${name}`)
  }

  /** Returns the names of an object's fields. Throws: case. */
  names(): string[] {
    if (!isJsonObject(this.value)) throw this.wrong('case.object')
    return Object.keys(this.value)
  }

  /** Requires that an object has no other fields than those named. Throws: case. */
  requireKeys(known: readonly string[]): this {
    const unknown = this.names().find((name) => !known.includes(name))
    if (unknown === undefined) return this
    throw new AppError('case.unknown-key', { path: `${this.path}.${unknown}`, known: known.join(', ') })
  }

  /** Requires that none of some fields is given, which would have no effect. Throws: case. */
  refuse(names: readonly string[]): this {
    const given = names.find((name) => this.field(name).isPresent && !this.field(name).isNull)
    if (given === undefined) return this
    throw new AppError('case.not-computed', { path: `${this.path}.${given}`, name: given })
  }

  /** Returns the entries of a list. Throws: case. */
  items(): CaseField[] {
    if (!Array.isArray(this.value)) throw this.wrong('case.list')
    return this.value.map((item: Json, index) => new CaseField(item, `${this.path}[${index}]`))
  }

  /** Returns the entries of a list of a given length. Throws: case. */
  itemsOf(count: number): CaseField[] {
    const items = this.items()
    if (items.length !== count) throw this.wrong('case.entries', { expected: count, count: items.length })
    return items
  }

  /** Returns the entries of a list that has at least one. Throws: case. */
  someItems(): CaseField[] {
    const items = this.items()
    if (items.length === 0) throw this.wrong('case.empty')
    return items
  }

  /** Returns a finite number within a range. Throws: case. */
  number(range: NumberRange = {}): number {
    if (typeof this.value !== 'number') throw this.wrong('case.number')
    if (!isInRange(range, this.value)) throw this.wrong('case.range', { range: rangeText(range) })
    return this.value
  }

  /** Returns the numbers of the options that are given, each in its range. Throws: case. */
  options(known: Options): Record<string, number> {
    const given = Object.entries(known).filter(([name]) => this.field(name).isPresent)
    return Object.fromEntries(given.map(([name, range]) => [name, this.field(name).number(range)]))
  }

  /** Returns a whole number within bounds. Throws: case. */
  whole(low: number, high: number): number {
    const value = this.number()
    if (!Number.isInteger(value) || value < low || value > high) throw this.wrong('case.whole', { low, high })
    return value
  }

  boolean(): boolean {
    if (typeof this.value !== 'boolean') throw this.wrong('case.boolean')
    return this.value
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.wrong('case.text')
    return this.value
  }

  /** Returns one of the names of a catalogue. Throws: case. */
  choice<Name extends string>(names: readonly Name[]): Name {
    const found = names.find((name) => name === this.value)
    if (found === undefined) throw this.wrong('case.choice', { choices: names.join(', ') })
    return found
  }

  /** Returns a list of `count` finite numbers within a range. Throws: case. */
  numbers(count: number, range: NumberRange = {}): number[] {
    const items = this.items()
    if (items.length !== count) throw this.wrong('case.numbers', { expected: count, count: items.length })
    return items.map((item) => item.number(range))
  }

  /** Returns a matrix of finite numbers within a range, with the given shape. Throws: case. */
  matrix(rows: number, columns: number, range: NumberRange = {}): Matrix {
    const matrix = zeros(rows, columns)
    this.itemsOf(rows).forEach((item, i) => matrix.data.set(item.numbers(columns, range), i * columns))
    return matrix
  }

  private wrong(code: WrongCode, details: Readonly<Record<string, string | number>> = {}): AppError {
    return new AppError(code, { path: this.path, actual: shown(this.value), ...details })
  }
}

/** Reads the `id` of a case, if it has one. Throws: case. */
export function readId(field: CaseField): string | number | null {
  if (!field.isPresent) return null
  return field.isNumber ? field.number() : field.text()
}

type WrongCode =
  | 'case.object'
  | 'case.list'
  | 'case.empty'
  | 'case.entries'
  | 'case.numbers'
  | 'case.number'
  | 'case.range'
  | 'case.whole'
  | 'case.boolean'
  | 'case.text'
  | 'case.choice'

function shown(value: Json | undefined): string {
  if (value === undefined) return '—'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** The beginning of a string, or a bare NaN or infinity, which is not JSON but which Python's and other writers emit. */
const WORDS = /"|-?\b(?:NaN|Infinity)\b/g

/**
 * Returns the cases of a JSON text: an array, or one case alone. A bare NaN or Infinity is read as null, so that it is refused, with its
 * path, where a number is needed, and ignored where nothing is read.
 * Throws: format, when it is not JSON.
 */
export function readCases(text: string): CaseField[] {
  const value = parseJson(withoutBareWords(text))
  return new CaseField(value, '').items()
}

/** Returns the first case of a JSON text, or its only one. Throws: format, when it is not JSON; case, when there is none. */
export function firstCase(text: string): CaseField {
  const value = parseJson(withoutBareWords(text))
  const all = new CaseField(value, '')
  return Array.isArray(value) ? all.someItems()[0] : all
}

function withoutBareWords(text: string): string {
  const parts: string[] = []
  let from = 0
  const words = new RegExp(WORDS)
  for (let match = words.exec(text); match; match = words.exec(text)) {
    if (match[0] === '"') {
      words.lastIndex = endOfString(text, match.index) + 1
      continue
    }
    parts.push(text.slice(from, match.index), 'null')
    from = words.lastIndex
  }
  return parts.join('') + text.slice(from)
}
