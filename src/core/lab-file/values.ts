import { AppError } from '../messages/app-error'
import type { Text } from '../messages/texts-of'
import type { Fields, FieldText } from './fields'

/** The form that a field must have, as the sentence about another value says it: the words there are, or an example. */
type Form = string

/** The value of a field that must be there. Throws: lab-file. */
export function required<Key extends string, Value>(fields: Fields<Key>, key: Key, read: (field: FieldText, key: Key) => Value): Value {
  const field = fields.of[key]
  if (!field) throw new AppError('lab-file.missing', { line: fields.line, key })
  return read(field, key)
}

/** The value of a field, or another where it is not there. Throws: lab-file. */
export function optional<Key extends string, Value>(
  fields: Fields<Key>,
  key: Key,
  read: (field: FieldText, key: Key) => Value,
  otherwise: Value
): Value {
  const field = fields.of[key]
  return field ? read(field, key) : otherwise
}

/** Refuses the text of a field. */
export function refuse({ line, text }: FieldText, key: string, form: Form): AppError {
  return new AppError('lab-file.value', { line, key, text, form })
}

/** The groups of a text that must have a form. Throws: lab-file. */
export function matched(field: FieldText, key: string, pattern: RegExp, form: Form): readonly string[] {
  const found = pattern.exec(field.text)
  if (!found) throw refuse(field, key, form)
  return found.slice(1)
}

/** A whole number within bounds. Throws: lab-file. */
export function whole(low: number, high: number) {
  return (field: FieldText, key: string): number => {
    const value = /^\d{1,9}$/.test(field.text) ? Number(field.text) : NaN
    if (!(value >= low && value <= high)) throw refuse(field, key, `${low}…${high}`)
    return value
  }
}

/** A finite number that is not negative. Throws: lab-file. */
export function amount(field: FieldText, key: string): number {
  const value = /^[\d.]+(?:e[+-]?\d+)?$/i.test(field.text) ? Number(field.text) : NaN
  if (!Number.isFinite(value)) throw refuse(field, key, '1e-9')
  return value
}

/** One of some words. Throws: lab-file. */
export function choice<Word extends string>(words: readonly Word[]) {
  return (field: FieldText, key: string): Word => {
    const found = words.find((word) => word === field.text)
    if (found === undefined) throw refuse(field, key, words.join(' | '))
    return found
  }
}

/** Some of some words, apart by commas, none twice. Throws: lab-file. */
export function choices<Word extends string>(words: readonly Word[]) {
  return (field: FieldText, key: string): Word[] => {
    const parts = list(field)
    const found = words.filter((word) => parts.includes(word))
    if (found.length !== parts.length) throw refuse(field, key, words.join(', '))
    return found
  }
}

/** The parts of a text that are apart by commas. */
export function list({ text }: FieldText): string[] {
  return text.split(/[,，]/).map((part) => part.trim())
}

/** Two texts apart by a bar, Chinese first. Throws: lab-file, naming the language that is missing. */
export function bilingual(field: FieldText, key: string): Text {
  const [zh = '', en = '', ...more] = field.text.split('|').map((part) => part.trim())
  if (zh === '' || en === '' || more.length > 0) throw refuse(field, key, '中文 | English')
  return { zh, en }
}
