import { AppError } from '../messages/app-error'
import { isJsonObject, parseJson, type Json } from '../formats/json'
import { zeros, type Matrix } from '../tensor/matrix'

/** A value in a JSON text, and where it stands: `[3].parameters[1].W[0]`. Every refusal names that place. */
export class CaseField {
  constructor(
    private readonly value: Json | undefined,
    readonly path: string
  ) {}

  get isPresent(): boolean {
    return this.value !== undefined
  }

  get isNumber(): boolean {
    return typeof this.value === 'number'
  }

  /** The field of an object. Throws: case. */
  field(name: string): CaseField {
    if (!isJsonObject(this.value)) throw this.wrong('case.object')
    return new CaseField(Object.hasOwn(this.value, name) ? this.value[name] : undefined, `${this.path}.${name}`)
  }

  /** The names of an object's fields. Throws: case. */
  names(): string[] {
    if (!isJsonObject(this.value)) throw this.wrong('case.object')
    return Object.keys(this.value)
  }

  /** Makes sure that an object has no other fields than those named. Throws: case. */
  requireKeys(known: readonly string[]): this {
    const unknown = this.names().find((name) => !known.includes(name))
    if (unknown === undefined) return this
    throw new AppError('case.unknown-key', { path: `${this.path}.${unknown}`, known: known.join(', ') })
  }

  /** The entries of a list. Throws: case. */
  items(): CaseField[] {
    if (!Array.isArray(this.value)) throw this.wrong('case.list')
    return this.value.map((item: Json, index) => new CaseField(item, `${this.path}[${index}]`))
  }

  /** The entries of a list of a given length. Throws: case. */
  itemsOf(count: number): CaseField[] {
    const items = this.items()
    if (items.length !== count) throw this.wrong('case.entries', { expected: count, count: items.length })
    return items
  }

  /** The entries of a list that has at least one. Throws: case. */
  someItems(): CaseField[] {
    const items = this.items()
    if (items.length === 0) throw this.wrong('case.empty')
    return items
  }

  /** A finite number. Throws: case. */
  number(): number {
    if (typeof this.value !== 'number') throw this.wrong('case.number')
    return this.value
  }

  /** A whole number within bounds. Throws: case. */
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

  /** One of the names of a catalogue. Throws: case. */
  choice<Name extends string>(names: readonly Name[]): Name {
    const found = names.find((name) => name === this.value)
    if (found === undefined) throw this.wrong('case.choice', { choices: names.join(', ') })
    return found
  }

  /** A list of so many finite numbers. Throws: case. */
  numbers(count: number): number[] {
    const items = this.items()
    if (items.length !== count) throw this.wrong('case.numbers', { expected: count, count: items.length })
    return items.map((item) => item.number())
  }

  /** So many rows of so many finite numbers. Throws: case. */
  matrix(rows: number, columns: number): Matrix {
    const matrix = zeros(rows, columns)
    this.itemsOf(rows).forEach((item, i) => matrix.data.set(item.numbers(columns), i * columns))
    return matrix
  }

  private wrong(code: WrongCode, details: Readonly<Record<string, string | number>> = {}): AppError {
    return new AppError(code, { path: this.path, actual: shown(this.value), ...details })
  }
}

type WrongCode =
  | 'case.object'
  | 'case.list'
  | 'case.empty'
  | 'case.entries'
  | 'case.numbers'
  | 'case.number'
  | 'case.whole'
  | 'case.boolean'
  | 'case.text'
  | 'case.choice'

function shown(value: Json | undefined): string {
  if (value === undefined) return '—'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** A string, or a bare NaN or infinity, which JSON has no word for but the writers of Python and others put out. */
const WORDS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g

/**
 * The cases of a JSON text: an array, or one case alone. A bare NaN or Infinity is read as null, so that it is refused where a number
 * is needed, with its place, and does no harm where nothing is read.
 * Throws: format, when it is no JSON.
 */
export function readCases(text: string): CaseField[] {
  const value = parseJson(text.replace(WORDS, (word) => (word.startsWith('"') ? word : 'null')))
  return new CaseField(value, '').items()
}
