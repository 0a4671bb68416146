import { AppError, type Note, type PackedEntry } from '#core'
import { attribute, readXml } from '../archives/archive-xml'
import { chosenSheet } from './chosen-sheet'
import { dateText } from './date-text'
import { HiddenParts } from './hidden-parts'
import { hasPointGroups } from './point-groups'
import { LAST_ROW, putCell, requireRow } from './sheet-limits'
import { sheetRows, withoutLastBlanks } from './sheet-rows'
import type { ArchiveKind, Row, SourceOptions } from '../rows/source'
import { requireRows } from '../rows/within-limits'

/** Blank rows at the end may go so far: some programs repeat them as often as a sheet has rows, whatever is above them. */
const LAST_BLANK_ROW = 16 * LAST_ROW

/**
 * A spreadsheet of LibreOffice and others. Of a formula the value is read that was computed when it was saved.
 * Source: OASIS Open Document Format 1.3, part 3, sections 9 and 19.
 */
export const ods: ArchiveKind = {
  label: 'OpenDocument (.ods)',
  recognizes: (names) => names.includes('content.xml') && names.includes('META-INF/manifest.xml'),
  read: (files, options) => {
    const notes: Note[] = []
    const all: string[] = []
    const pointGroups = new Set<number>()
    const hidden = new HiddenParts()
    let chosen = 0
    async function* rows(): AsyncGenerator<Row, void> {
      const entry = files.find(({ name }) => name === 'content.xml')
      if (!entry) throw new AppError('data.source-damaged', { kind: ods.label, reason: 'content.xml' })
      const read = (name?: string) =>
        sheetRows(withoutLastBlanks(readSheet(entry, name, { names: all, pointGroups, hidden }, options)), notes)
      const wanted = options.sheet ?? options.expectedSheet
      yield* read(wanted)
      chosen = chosenSheet(all, options)
      // A sheet that was only expected may not be there.
      if (wanted !== undefined && all[chosen] !== wanted) yield* read()
    }
    return {
      rows: rows(),
      notes: () => [...notes, ...hidden.notes(options.withoutHidden ?? false)],
      pointGroups,
      sheets: () => ({ chosen: all[chosen], all })
    }
  }
}

/** Findings while a sheet is read: the names of all sheets, the columns in which texts have points between thousands, what is hidden. */
interface Found {
  readonly names: string[]
  readonly pointGroups: Set<number>
  readonly hidden: HiddenParts
}

/** Reads the rows of the first sheet, or the first of a name, each up to its last cell with content. */
async function* readSheet(
  entry: PackedEntry,
  wanted: string | undefined,
  { names, pointGroups, hidden }: Found,
  options: SourceOptions
): AsyncGenerator<Row, void> {
  names.length = 0
  hidden.clear()
  let done: { row: Row; times: number }[] = []
  let isFound = false
  let isInside = false
  let row: string[] = []
  let column = 0
  let line = 0
  let columns = 0
  let isHidden = false
  let rowTimes = 1
  let cellTimes = 1
  let value: string | null = null
  let text = ''
  let paragraphs = 0
  let isAside = 0
  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'table') {
        const own = attribute(attributes, 'name') ?? `${names.length + 1}`
        isInside = !isFound && own === (wanted ?? own)
        isFound ||= isInside
        columns = 0
        names.push(own)
      }
      if (!isInside) return
      if (name === 'table-row') {
        rowTimes = timesOf(attribute(attributes, 'number-rows-repeated'))
        row = []
        isHidden = !isVisible(attributes)
        column = 0
      } else if (name === 'table-column') {
        const first = columns
        columns += timesOf(attribute(attributes, 'number-columns-repeated'))
        if (!isVisible(attributes)) hidden.addColumns(first, columns - 1)
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cellTimes = timesOf(attribute(attributes, 'number-columns-repeated'))
        value = typedValue(attributes)
        text = ''
        paragraphs = 0
      } else if (name === 'annotation') {
        isAside++
      } else if (name === 'p' && !isAside && paragraphs++ > 0) {
        text += ' '
      } else if (name === 's' && !isAside) {
        text += ' '.repeat(Math.min(timesOf(attribute(attributes, 'c')), 1000))
      }
    },
    text: (part: string) => {
      if (isInside && paragraphs > 0 && !isAside) text += part
    },
    close: (name: string) => {
      if (!isInside) return
      if (name === 'annotation') {
        isAside--
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const content = value ?? text
        if (content !== '') for (let time = 0; time < cellTimes; time++) putCell(row, column + time, content)
        if (value === null && hasPointGroups(text)) for (let time = 0; time < cellTimes; time++) pointGroups.add(column + time)
        column += cellTimes
        paragraphs = 0
      } else if (name === 'table-row') {
        const last = line + rowTimes
        if (row.length > 0 || last > LAST_BLANK_ROW) requireRow(last)
        requireRows(rowTimes, row.length, options)
        hidden.addRow(row, line + 1, isHidden, rowTimes)
        done.push({ row: isHidden && options.withoutHidden ? [] : row, times: rowTimes })
        line = last
      }
    }
  }
  const take = () => {
    const rows = done
    done = []
    return repeated(rows)
  }
  yield* readXml(entry, events, take, options.onPart)
}

function* repeated(rows: readonly { readonly row: Row; readonly times: number }[]): Generator<Row, void> {
  for (const { row, times } of rows) for (let time = 0; time < times; time++) yield row
}

function timesOf(text: string | undefined): number {
  const times = Number(text ?? 1)
  return Number.isInteger(times) && times > 0 ? Math.min(times, LAST_ROW) : 1
}

/** Whether a row or column is shown: neither hidden nor left out by a filter. */
function isVisible(attributes: Readonly<Record<string, string>>): boolean {
  return (attribute(attributes, 'visibility') ?? 'visible') === 'visible'
}

/** The value that a cell has beside the text shown; null where that text is its value. */
function typedValue(attributes: Readonly<Record<string, string>>): string | null {
  const type = attribute(attributes, 'value-type')
  if (type === 'float' || type === 'percentage' || type === 'currency') return numberText(attribute(attributes, 'value'))
  if (type === 'boolean') return attribute(attributes, 'boolean-value')?.toUpperCase() ?? null
  if (type === 'time') return timeText(attribute(attributes, 'time-value') ?? '')
  if (type !== 'date') return null
  const written = attribute(attributes, 'date-value') ?? ''
  const moment = Date.parse(/T[^Z]*$/.test(written) ? `${written}Z` : written)
  return Number.isFinite(moment) ? dateText(moment) : written
}

/** A duration, such as PT08H30M00S, as people write a time. */
function timeText(duration: string): string {
  const parts = /^PT(\d+)H(\d+)M(\d+)(?:[.,](?=\d*[1-9])(\d+))?S?/.exec(duration)
  if (!parts) return duration
  const [, hours, minutes, seconds, fraction] = parts
  return `${[hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Python's programs write 4.0 for 4. */
function numberText(value: string | undefined): string | null {
  return value === undefined || !Number.isFinite(Number(value)) ? (value ?? null) : String(Number(value))
}
