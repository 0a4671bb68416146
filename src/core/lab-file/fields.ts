import { AppError } from '../messages/app-error'

/** A line of a lab file, with its number from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** The text of a field, and the line that it stands in. */
export interface FieldText {
  readonly line: number
  readonly text: string
}

/** The fields of one block, by their keys. */
export interface Fields<Key extends string> {
  /** The line that the block begins in. */
  readonly line: number
  readonly of: Readonly<Partial<Record<Key, FieldText>>>
}

/** Several fields in a line stand two blanks or more apart; a remark follows after as many. */
const REMARK = /(?:^|\s{2,})#(?:\s.*)?$/
const APART = /\s{2,}(?=[A-Za-z]+:(?:\s|$))/
const FIELD = /^([A-Za-z]+):(?:\s+(.*))?$/

/**
 * Reads the lines `key: value` of a block.
 * Throws: lab-file, for a line that is none, a key that is not among the known ones, and one that occurs twice.
 */
export function readFields<Key extends string>(lines: readonly Line[], known: readonly Key[], start: number): Fields<Key> {
  const of: Partial<Record<Key, FieldText>> = {}
  for (const { number: line, text } of lines) {
    for (const part of text.replace(REMARK, '').trim().split(APART)) {
      if (part === '') continue
      const [, key, value = ''] = FIELD.exec(part) ?? []
      if (key === undefined) throw new AppError('lab-file.no-field', { line, text: part })
      if (!isAmong(known, key)) throw new AppError('lab-file.unknown-key', { line, key, known: known.join(', ') })
      if (of[key]) throw new AppError('lab-file.twice', { line, key, first: of[key].line })
      if (value.trim() === '') throw new AppError('lab-file.empty', { line, key })
      of[key] = { line, text: value.trim() }
    }
  }
  return { line: start, of }
}

function isAmong<Key extends string>(known: readonly Key[], key: string): key is Key {
  return (known as readonly string[]).includes(key)
}
