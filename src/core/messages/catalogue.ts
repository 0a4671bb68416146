import { checkTexts } from './check'
import { doctorTexts } from './doctor'
import { caseTexts } from './case'
import { columnNoteTexts } from './column-note'
import { dataTexts } from './data'
import { dataFileTexts } from './data-file'
import { dataLayoutTexts } from './data-layout'
import { fileTexts } from './file'
import { flagTexts } from './flag'
import { formatTexts } from './format'
import { graphTexts } from './graph'
import { labTexts } from './lab'
import { labCollectTexts } from './lab-collect'
import { labFileTexts } from './lab-file'
import { labMarksTexts } from './lab-marks'
import { noteTexts } from './note'
import { numericTexts } from './numeric'
import { preparationNoteTexts } from './preparation-note'
import { readingNoteTexts } from './reading-note'
import { requestTexts } from './request'
import { shapeTexts } from './shape'
import { oneLine } from './one-line'
import { specTexts } from './spec'
import { walkTexts } from './walk'

/**
 * Every error and note of the core, in both languages, keyed by a stable code.
 * `{name}` is replaced by the detail of that name, `{count:row|rows}` by the first word for 1 and by the second for all other numbers; a part
 * in square brackets is omitted when one of its details is missing (or empty). A new error or note is one entry in its subject's file.
 */
export const texts = {
  ...shapeTexts,
  ...specTexts,
  ...flagTexts,
  ...graphTexts,
  ...numericTexts,
  ...caseTexts,
  ...formatTexts,
  ...dataTexts,
  ...dataLayoutTexts,
  ...dataFileTexts,
  ...fileTexts,
  ...noteTexts,
  ...readingNoteTexts,
  ...columnNoteTexts,
  ...preparationNoteTexts,
  ...requestTexts,
  ...checkTexts,
  ...doctorTexts,
  ...walkTexts,
  ...labTexts,
  ...labFileTexts,
  ...labCollectTexts,
  ...labMarksTexts,
  bug: {
    en: 'This is a bug in Backprop Lab: {message}',
    zh: '这是 Backprop Lab 自身的错误：{message}'
  }
} as const

export type TextCode = keyof typeof texts
export type Language = 'en' | 'zh'
export type Details = Readonly<Record<string, string | number>>

/** A notice that does not stop anything: a code and the details that fill its sentence. */
export interface Note {
  readonly code: TextCode
  readonly details: Details
}

/** A detail, in backticks if it is a cell or the name of a column, which may be as long as a file. */
const placeholder = /(`?)\{(\w+)\}\1/g
/** The words that depend on a number: those for 1, those for others. */
const byNumber = /\{(\w+):([^|{}]*)\|([^{}]*)\}/g
const optionalPart = /\[([^\]]*\{[^\]]*)\]/g
/** The details that are lists of cells or names. */
const lists: ReadonlySet<string> = new Set([
  'arrays',
  'classes',
  'columns',
  'files',
  'missing',
  'names',
  'sheets',
  'targets',
  'units',
  'values'
])
const MOST_LISTED = 400

/** Returns the sentence of a code in one language, with its details filled in as `filled` does. */
export function sentence(code: TextCode, details: Details, language: Language): string {
  return filled(texts[code][language], details, language)
}

/**
 * Fills details into a text. Parts in square brackets with details that are not all given are omitted; elsewhere a placeholder without a detail
 * stays visible. Cells that are quoted, in backticks or as {value}, and lists of them are shortened.
 */
export function filled(text: string, details: Details, language: Language): string {
  const isGiven = (name: string) => Object.hasOwn(details, name) && details[name] !== ''
  const namesIn = (part: string) => Array.from(part.matchAll(placeholder), ([, , name]) => name)
  return text
    .replace(optionalPart, (_, part: string) => (namesIn(part).every(isGiven) ? part : ''))
    .replace(byNumber, (_, name: string, one: string, others: string) => (Number(details[name]) === 1 ? one : others))
    .replace(placeholder, (whole, quote: string, name: string) =>
      Object.hasOwn(details, name) ? quote + detailText(quote ? 'value' : name, String(details[name]), language) + quote : whole
    )
}

/** Names and cells are listed with commas, in Chinese with those between things that are listed (、). */
function detailText(name: string, text: string, language: Language): string {
  if (name === 'value') return oneLine(text)
  const listed = language === 'zh' ? text.replaceAll('`, `', '`、`') : text
  return lists.has(name) ? oneLine(listed, MOST_LISTED) : text
}
