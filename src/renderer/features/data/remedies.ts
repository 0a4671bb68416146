import { encodingName, withoutTokens, type ColumnKind, type Encoding, type Note, type Omission, type WireError, type ReadingRequest, type ReadOptions } from '#core'
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
/** `options` are added to those chosen before; `drops` are left to what is detected. */
type Change = Pick<Remedy, 'label' | 'values'> & Partial<ReadingRequest> & { readonly drops?: readonly (keyof ReadOptions)[] }

/** A cell or a name on a button has at most so many characters. */
const MOST_SHOWN = 28

/** A remedy as a button says it. */
export function remedyText({ label, values }: Pick<Remedy, 'label' | 'values'>, t: Texts['t']): string {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? shortened(value) : value]))
  return t(label, shown, typeof values.count === 'number' ? values.count : undefined)
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length <= MOST_SHOWN ? text : `${characters.slice(0, MOST_SHOWN - 1).join('')}…`
}

/** Rows offered to load where a file is too large. */
const SAMPLE_ROWS = 100_000

/** Encodings whose bytes are often taken for those of another; any of them may be meant where bytes are no UTF-8. */
const alike: Readonly<Partial<Record<Encoding, readonly Encoding[]>>> = {
  gb18030: ['big5', 'shift_jis', 'windows-1252'],
  'windows-1252': ['windows-1250', 'windows-1251', 'gb18030']
}
const likely: readonly Encoding[] = ['gb18030', 'windows-1252', 'big5', 'shift_jis']

const samples = (): Change[] =>
  (['first', 'random'] as const).map((how) => ({
    label: `remedy.${how}`,
    values: { rows: SAMPLE_ROWS },
    sample: { rows: SAMPLE_ROWS, how, ...(how === 'random' ? { seed: 1 } : {}) }
  }))

const dropRows = ({ details }: Message): Change[] => [
  { label: 'remedy.dropRows', values: { count: Number(details.count ?? 0) }, options: { ragged: 'drop' } }
]

const skipRows = ({ details }: Message): Change[] => [
  { label: 'remedy.skip', values: { count: Number(details.count) }, options: { skip: Number(details.skip) } }
]

function otherEncodings(tried: Encoding | undefined): Change[] {
  const others = (tried && alike[tried]) ?? likely.filter((encoding) => encoding !== tried)
  return others.map((encoding) => ({ label: 'remedy.encoding', values: { encoding: encodingName(encoding) }, options: { encoding } }))
}

/** A chosen encoding does not fit: it is detected, or another one is meant. */
function encodingsInstead(tried: Encoding | undefined): Change[] {
  const detect: Change[] = tried === undefined ? [] : [{ label: 'remedy.detectEncoding', values: {}, drops: ['encoding'] }]
  return [...detect, ...otherEncodings(tried)]
}

const asKind = ({ details }: Message, kind: ColumnKind, label: MessageKey): Change => {
  const name = String(details.name)
  return { label, values: { name }, options: { kinds: { [name]: kind } } }
}

/** Texts of a column that is not one of numbers or dates. */
const asText = (message: Message): Change => asKind(message, 'text', 'remedy.text')

/** A column that was read as text is of numbers. */
const asNumbers = (message: Message): Change => asKind(message, 'number', 'remedy.number')

const asMissing = ({ details }: Message, missing: readonly string[]): Change => {
  const value = String(details.value)
  return { label: 'remedy.missing', values: { value }, options: { missing: [...missing, value] } }
}

/** A mark that was taken for missing is a value. */
const asValue = ({ details }: Message, missing: readonly string[]): Change => {
  const value = String(details.value)
  return { label: 'remedy.value', values: { value }, options: { missing: withoutTokens(missing, [value]) } }
}

/** Leaves rows out, besides those left out already, or no longer. */
const omit = (what: Omission, { options }: ReadingRequest, values: Change['values'] = {}): Change[] => [
  { label: `remedy.omit.${what}`, values, options: { omit: [...(options.omit ?? []).filter((one) => one !== what), what] } }
]
const keep = (what: Omission, { options }: ReadingRequest, values: Change['values'] = {}): Change[] => {
  const others = (options.omit ?? []).filter((one) => one !== what)
  return [{ label: `remedy.keepRows.${what}`, values, ...(others.length > 0 ? { options: { omit: others } } : { drops: ['omit'] }) }]
}

/** A column's one odd cell is in the row below the header: the header has two rows, the second of which has the names. */
function secondHeader({ details }: Message, { options }: ReadingRequest): Change[] {
  const above = (options.skip ?? 0) + 1
  if (details.count !== 1 || details.row !== above + 1 || options.header === false) return []
  return [{ label: 'remedy.header', values: { row: details.row }, options: { skip: above } }]
}

/** The most sheets that have a button each. */
const MOST_SHEETS = 3

function otherSheets(sheets: readonly string[], read: unknown): Change[] {
  return sheets
    .filter((sheet) => sheet !== read)
    .slice(0, MOST_SHEETS)
    .map((sheet) => ({ label: 'remedy.sheet', values: { sheet }, options: { sheet } }))
}

/** The reading that a remedy starts from: options, tokens for a missing value, and the sheets that there are. */
export interface Read {
  readonly reading: ReadingRequest
  readonly missing: readonly string[]
  readonly sheets?: readonly string[]
}

function changesFor(message: Message, { reading, missing, sheets = [] }: Read): Change[] {
  const { details } = message
  switch (message.code) {
    case 'data.not-utf8':
    case 'data.wrong-encoding':
      return encodingsInstead(reading.options.encoding)
    case 'note.encoding':
      return otherEncodings(String(details.encoding).toLowerCase() as Encoding)
    case 'data.ragged-row':
      return dropRows(message)
    case 'data.preamble':
    case 'data.rows-above':
    case 'note.rows-above':
      return skipRows(message)
    case 'note.units-row':
      return [{ label: 'remedy.header', values: { row: details.row }, options: { skip: Number(details.skip) } }]
    case 'data.header-only':
    case 'note.numeric-header':
      return [{ label: 'remedy.noHeader', values: { row: details.row }, options: { header: false } }]
    case 'note.no-header':
      return [{ label: 'remedy.header', values: { row: details.row }, options: { header: true } }]
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
      const { value, whole, decimals } = details
      const mark = String(value).includes(',') ? ',' : '.'
      return [
        { label: 'remedy.meaning', values: { value, meaning: whole }, options: { decimal: mark === ',' ? '.' : ',' } },
        { label: 'remedy.meaning', values: { value, meaning: decimals }, options: { decimal: mark } }
      ]
    }
    case 'note.ambiguous-dates':
      return (['day', 'month'] as const).map((first) => ({
        label: 'remedy.meaning',
        values: { value: details.value, meaning: details[first] },
        options: { dates: `${first}-first` }
      }))
    case 'note.maybe-dates':
      return [asKind(message, 'date', 'remedy.dates'), asNumbers(message)]
    case 'note.maybe-times':
    case 'note.maybe-durations':
      return [asKind(message, 'date', 'remedy.times'), asKind(message, 'duration', 'remedy.durations')]
    case 'note.spellings':
      return (['merge', 'keep'] as const).map((spellings) => ({ label: `remedy.${spellings}`, values: {}, options: { spellings } }))
    case 'note.merged-spellings':
      return [{ label: 'remedy.keep', values: {}, options: { spellings: 'keep' } }]
    case 'note.missing-mark':
      return [asValue(message, missing)]
    case 'note.totals':
      return omit('totals', reading, { count: Number(details.count) })
    case 'note.omitted-totals':
      return keep('totals', reading, { count: Number(details.count) })
    case 'note.hidden-rows':
      return omit('hidden', reading, { count: Number(details.count) })
    case 'note.omitted-hidden':
      return keep('hidden', reading, { count: Number(details.count) })
    case 'note.duplicate-rows':
    case 'note.repeated-rows':
      return details.whole === 1 ? omit('repeats', reading) : []
    case 'note.omitted-repeats':
      return keep('repeats', reading)
    case 'note.sheet':
      return otherSheets(sheets, details.name)
    case 'note.long-integers':
    case 'note.leading-zeros':
      return [asText(message), asNumbers(message)]
    case 'note.unread-numbers':
    case 'note.several-units':
    case 'note.partly-multiplied':
      return [asText(message)]
    case 'note.not-dates':
    case 'note.not-times':
    case 'note.not-durations':
    case 'note.not-numbers':
      return [...secondHeader(message, reading), asMissing(message, missing), asText(message)]
    case 'data.not-a-number':
    case 'note.mostly-numbers':
      return [asMissing(message, missing), asText(message)]
    case 'note.label-typo':
    case 'note.fill-value':
    case 'data.not-finite':
      return [asMissing(message, missing)]
    default:
      return []
  }
}

/** Returns the remedies for a message: each reads the file again with one option changed. */
export function remediesFor(message: Message, read: Read): Remedy[] {
  const { reading } = read
  return changesFor(message, read).map(({ label, values, options = {}, drops = [], sample }) => {
    const kinds = { ...reading.options.kinds, ...options.kinds }
    const all = { ...reading.options, ...options, ...(Object.keys(kinds).length > 0 ? { kinds } : {}) }
    const kept = Object.fromEntries(Object.entries(all).filter(([key]) => !(drops as readonly string[]).includes(key)))
    return { label, values, reading: { ...reading, options: kept, ...(sample ? { sample } : {}) } }
  })
}
