import type { Encoding, Note, WireError, ReadingRequest } from '#core'
import type { Texts } from '../../i18n/useText'
import type { MessageKey } from '../../i18n/catalogue'

/** Something that can be done about a message of the reader, as a button. */
export interface Remedy {
  readonly label: MessageKey
  readonly values: Readonly<Record<string, string | number>>
  /** The file is read again so. */
  readonly reading: ReadingRequest
}

type Message = Pick<WireError | Note, 'code' | 'details'>
type Change = Pick<Remedy, 'label' | 'values'> & Partial<ReadingRequest>

/** A remedy as a button says it. */
export function remedyText({ label, values }: Remedy, t: Texts['t']): string {
  return t(label, values, typeof values.count === 'number' ? values.count : undefined)
}

/** Rows offered to load where a file is too large. */
const SAMPLE_ROWS = 100_000

/** Encodings in the order in which they are likely where the one that was tried is wrong. */
const likely: readonly Encoding[] = ['gb18030', 'windows-1252', 'utf-16le', 'utf-8']

const samples = (): Change[] =>
  (['first', 'random'] as const).map((how) => ({
    label: `remedy.${how}`,
    values: { rows: SAMPLE_ROWS },
    sample: { rows: SAMPLE_ROWS, how, ...(how === 'random' ? { seed: 1 } : {}) }
  }))

const dropRows = ({ details }: Message, label: MessageKey): Change[] => [
  { label, values: { count: Number(details.count ?? 0) }, options: { ragged: 'drop' } }
]

function otherEncodings({ details }: Message): Change[] {
  const tried = String(details.encoding ?? 'utf-8').toLowerCase()
  return likely
    .filter((encoding) => encoding !== tried)
    .map((encoding) => ({ label: 'remedy.encoding', values: { encoding: encoding.toUpperCase() }, options: { encoding } }))
}

/** A cell that is no number: its column is text, or the cell stands for a missing value. */
function otherCells({ details }: Message, missing: readonly string[]): Change[] {
  const { name, value } = details
  return [
    { label: 'remedy.missing', values: { value: String(value) }, options: { missing: [...missing, String(value)] } },
    { label: 'remedy.text', values: { name: String(name) }, options: { kinds: { [String(name)]: 'text' } } }
  ]
}

/** A column that was read as text is of numbers; cells that are none are to be fixed. */
function asNumbers({ details }: Message): Change {
  const name = String(details.name)
  return { label: 'remedy.number', values: { name }, options: { kinds: { [name]: 'number' } } }
}

function changesFor(message: Message, missing: readonly string[]): Change[] {
  switch (message.code) {
    case 'data.not-utf8':
    case 'data.wrong-encoding':
    case 'note.encoding':
      return otherEncodings(message)
    case 'data.ragged-row':
      return dropRows(message, 'remedy.dropRows')
    case 'data.preamble':
      return dropRows(message, 'remedy.skip')
    case 'data.header-only':
      return [{ label: 'remedy.noHeader', values: { row: message.details.row }, options: { header: false } }]
    case 'note.numeric-header':
      return [{ label: 'remedy.noHeader', values: { row: message.details.row }, options: { header: false } }]
    case 'note.no-header':
      return [{ label: 'remedy.header', values: { row: message.details.row }, options: { header: true } }]
    case 'data.too-many-columns':
      return ([';', '\t'] as const).map((separator) => ({
        label: separator === ';' ? 'remedy.semicolon' : 'remedy.tab',
        values: {},
        options: { separator }
      }))
    case 'note.decimal-comma':
      return [{ label: 'remedy.point', values: {}, options: { decimal: '.' } }]
    case 'data.changed-while-read':
      return [{ label: 'remedy.again', values: {} }]
    case 'data.too-large':
      return samples()
    case 'note.ambiguous-thousands': {
      const { value, whole, decimals } = message.details
      const mark = String(value).includes(',') ? ',' : '.'
      return [
        { label: 'remedy.meaning', values: { value, meaning: whole }, options: { decimal: mark === ',' ? '.' : ',' } },
        { label: 'remedy.meaning', values: { value, meaning: decimals }, options: { decimal: mark } }
      ]
    }
    case 'note.ambiguous-dates':
      return (['day', 'month'] as const).map((first) => ({
        label: 'remedy.meaning',
        values: { value: message.details.value, meaning: message.details[first] },
        options: { dates: `${first}-first` }
      }))
    case 'note.not-dates':
      return otherCells(message, missing)
    case 'note.spellings':
      return (['merge', 'keep'] as const).map((spellings) => ({ label: `remedy.${spellings}`, values: {}, options: { spellings } }))
    case 'note.long-integers':
      return [asNumbers(message)]
    case 'note.mostly-numbers':
      return [...otherCells(message, missing), asNumbers(message)]
    case 'data.not-a-number':
    case 'note.not-numbers':
      return otherCells(message, missing)
    case 'data.not-finite':
      return otherCells(message, missing).slice(0, 1)
    default:
      return []
  }
}

/**
 * Returns the remedies for a message: each reads the file again with one option changed. `missing` is the current list of missing-value
 * tokens.
 */
export function remediesFor(message: Message, reading: ReadingRequest, missing: readonly string[]): Remedy[] {
  return changesFor(message, missing).map(({ label, values, options = {}, sample }) => {
    const kinds = { ...reading.options.kinds, ...options.kinds }
    const merged = { ...reading.options, ...options, ...(Object.keys(kinds).length > 0 ? { kinds } : {}) }
    return { label, values, reading: { ...reading, options: merged, ...(sample ? { sample } : {}) } }
  })
}
