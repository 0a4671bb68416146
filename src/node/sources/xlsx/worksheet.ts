import type { PackedEntry } from '#core'
import { readXml } from '../archives/archive-xml'
import { serialDateText, type Moment } from '../sheets/date-text'
import type { HiddenParts } from '../sheets/hidden-parts'
import { hasPointGroups } from '../sheets/point-groups'
import { LAST_ROW, putCell } from '../sheets/sheet-limits'
import { withoutLastBlanks } from '../sheets/sheet-rows'
import type { Row, SourceOptions } from '../rows/source'
import { isTrue } from './boolean-text'

/** Everything outside of a sheet that says what its cells mean. */
export interface CellMeaning {
  readonly texts: readonly string[]
  readonly moments: readonly (Moment | undefined)[]
  readonly from1904: boolean
}

/** Findings while a sheet is read. */
interface Found {
  /** The columns in which texts have points between thousands. */
  readonly pointGroups: Set<number>
  readonly hidden: HiddenParts
}

/** Reads the rows of a sheet, each up to its last cell with content; those that are hidden as empty ones, where they are left out. */
export async function* readSheet(
  entry: PackedEntry,
  meaning: CellMeaning,
  { pointGroups, hidden }: Found,
  { onPart, withoutHidden = false }: SourceOptions
): AsyncGenerator<Row, void> {
  let done: Row[] = []
  let row: string[] = []
  let line = 0
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let isValue = false
  let isSpoken = false
  let isHidden = false
  const put = (text: string) => {
    putCell(row, column, text)
    if (type !== 'n' && hasPointGroups(text)) pointGroups.add(column)
  }
  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1
        type = attributes.t ?? 'n'
        style = attributes.s === undefined ? 0 : Number(attributes.s)
        value = ''
      } else if (name === 'v' || (name === 't' && !isSpoken)) {
        isValue = true
      } else if (name === 'rPh') {
        isSpoken = true
      } else if (name === 'row') {
        const number = Math.min(Number(attributes.r ?? line + 1), LAST_ROW)
        for (line++; line < number; line++) done.push([])
        row = []
        isHidden = isTrue(attributes.hidden)
        column = -1
      } else if (name === 'col' && isTrue(attributes.hidden)) {
        hidden.addColumns(Number(attributes.min) - 1, Number(attributes.max) - 1)
      }
    },
    text: (text: string) => {
      if (isValue) value += text
    },
    close: (name: string) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isSpoken = false
      else if (name === 'c' && value !== '') put(cellText(type, style, value, meaning))
      else if (name === 'row') {
        hidden.addRow(row, line, isHidden)
        done.push(isHidden && withoutHidden ? [] : row)
      }
    }
  }
  const take = () => {
    const rows = done
    done = []
    return rows
  }
  yield* withoutLastBlanks(readXml(entry, events, take, onPart))
}

/** The column of a cell's reference, such as AB12, from 0; null where it names none: then it is the next one. */
function columnOf(reference = ''): number | null {
  let number = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    number = 26 * number + letter
  }
  return number === 0 ? null : number - 1
}

function cellText(type: string, style: number, value: string, { texts, moments, from1904 }: CellMeaning): string {
  switch (type) {
    case 's':
      return texts[Number(value)] ?? ''
    case 'b':
      return isTrue(value) ? 'TRUE' : 'FALSE'
    case 'n':
      return moments[style] ? serialDateText(Number(value), from1904, moments[style]) : numberText(value)
    // Texts, of formulas too; errors, which are missing values; dates in ISO 8601.
    default:
      return value
  }
}

/**
 * From so many digits on, the last may be of no meaning: Excel writes 1.1 as 1.1000000000000001. Writing a number anew takes long, so that those
 * that are as short as they can be are passed on.
 */
const EXCESSIVE = 17

function numberText(value: string): string {
  if (value.length < EXCESSIVE || digitsOf(value) < EXCESSIVE) return value
  const number = Number(value)
  return Number.isFinite(number) ? String(number) : value
}

/** The number of digits of a number's mantissa, without zeros before them. */
function digitsOf(value: string): number {
  let count = 0
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code > DIGIT_0 && code <= DIGIT_0 + 9) count++
    else if (code === DIGIT_0) count += count > 0 ? 1 : 0
    else if (code !== POINT && code !== MINUS) break
  }
  return count
}

const [DIGIT_0, POINT, MINUS] = ['0', '.', '-'].map((character) => character.charCodeAt(0))
