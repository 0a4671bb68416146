import {
  AppError,
  columnKinds,
  missingTokens,
  omissions,
  parseNumber,
  separators,
  withoutTokens,
  type ColumnKind,
  type Omission,
  type ReadOptions,
  type RowSample
} from '#core'
import { separatorWords } from './data-flags'
import { chosen, names, namesIn, number, type Values } from './flag-values'

/** The options for reading a data file, and which of its rows. */
export interface Reading extends ReadOptions {
  readonly sample?: RowSample
}

/** Reads these options from the flags. Throws: spec. */
export function readingFrom(values: Values): Reading {
  const has = (name: Parameters<Values['has']>[0]) => values.has(name)
  return {
    ...(has('encoding') ? { encoding: chosen(values, 'encoding', 'utf-8') } : {}),
    ...(has('separator') ? { separator: separatorOf(values.get('separator') ?? '') } : {}),
    ...(has('decimal') ? { decimal: chosen(values, 'decimal', '.') } : {}),
    ...(has('header') ? { header: values.get('header') === 'yes' } : {}),
    ...(has('ragged') ? { ragged: chosen(values, 'ragged', 'cancel') } : {}),
    ...(has('missing-values') ? { missing: missingIn(values) } : {}),
    ...(has('dates') ? { dates: chosen(values, 'dates', 'day-first') } : {}),
    ...(has('spellings') ? { spellings: chosen(values, 'spellings', 'keep') } : {}),
    ...(has('escape') ? { escape: chosen(values, 'escape', 'double') } : {}),
    ...(has('skip') ? { skip: linesIn(values) } : {}),
    ...(has('omit') ? { omit: omissionsIn(values) } : {}),
    ...(has('types') ? { kinds: kindsOf(values) } : {}),
    ...(has('sheet') ? { sheet: values.get('sheet') } : {}),
    ...(has('rows') ? { sample: sampleOf(values) } : {})
  }
}

function omissionsIn(values: Values): Omission[] {
  const given = names(values, 'omit')
  return omissions.filter((one) => given.includes(one))
}

/** Parses a list of tokens, which are added to the usual ones where it begins with a plus sign, and taken from them after a minus sign. */
function missingIn(values: Values): readonly string[] {
  const text = values.get('missing-values') ?? ''
  if (text.startsWith('-') && text.length > 1) return withoutTokens(missingTokens, namesIn(text.slice(1)))
  return text.startsWith('+') ? [...missingTokens, ...namesIn(text.slice(1))] : namesIn(text)
}

function separatorOf(text: string): ReadOptions['separator'] {
  const mark = Object.hasOwn(separatorWords, text) ? separatorWords[text as keyof typeof separatorWords] : text
  const known = separators.find((one) => one === mark)
  if (known) return known
  const choices = [
    ...Object.keys(separatorWords),
    ...separators.filter((one) => one.trim() !== '' && !Object.hasOwn(separatorWords, one))
  ].join(' ')
  throw new AppError('spec.choice', { field: '--separator', value: text === '' ? '""' : text, choices })
}

/** Parses `zip=text,size=number`; a name ends at its last equals sign. */
function kindsOf(values: Values): NonNullable<ReadOptions['kinds']> {
  const pairs = names(values, 'types').map((pair): [string, ColumnKind] => {
    const end = pair.lastIndexOf('=')
    const kind = columnKinds.find((one) => one === pair.slice(end + 1).trim())
    if (end <= 0 || !kind) throw new AppError('flag.pairs', { flag: '--types', value: pair, placeholder: `NAME=${columnKinds.join('|')}` })
    return [pair.slice(0, end).trim(), kind]
  })
  return Object.fromEntries(pairs)
}

/** Maximum number of lines to skip. */
const mostSkipped = 1_000_000

function linesIn(values: Values): number {
  const lines = number(values, 'skip', 0)
  if (Number.isInteger(lines) && lines >= 0 && lines <= mostSkipped) return lines
  throw new AppError('spec.whole-number', { field: '--skip', value: values.get('skip') || '""', low: 0, high: mostSkipped })
}

const RANDOM = 'random:'
/** Maximum number of rows, above that of any readable file. */
const mostRows = 1_000_000_000

function sampleOf(values: Values): RowSample {
  const text = values.get('rows')?.trim() ?? ''
  const isRandom = text.startsWith(RANDOM)
  const rows = parseNumber(isRandom ? text.slice(RANDOM.length) : text)
  if (!(Number.isInteger(rows) && rows >= 1 && rows <= mostRows)) {
    throw new AppError('spec.whole-number', { field: '--rows', value: text === '' ? '""' : text, low: 1, high: mostRows })
  }
  return isRandom ? { rows, how: 'random', seed: number(values, 'seed', 1) } : { rows, how: 'first' }
}
