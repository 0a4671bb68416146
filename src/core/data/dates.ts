import { monthOf } from './month-names'

/** Orders of day and month in dates such as 01/02/2024. */
export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Year, month and day: 2024-01-31, 2024/1/31, 2024.1.31, 2024年1月31日; the day may be omitted, other than after a point. */
const yearFirst = /^([12]\d{3})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?|年(\d{1,2})月(?:(\d{1,2})日)?)/

/** Year, month and day without marks between them: 20240131. */
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/

/** Day and month in either order, then the year, of four digits or two: 31/1/2024, 31-01-24. */
const yearLast = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/

/** Day, month and year between points: 31.1.2024, 31.01.24. (1.2.3 is rather a version.) */
const points = /^(?:(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{2})\.(\d{2})\.(\d{2}))(?!\d)/

/** 31 January 2024, 31. Januar 2024, 1er février 2024, 31-Jan-24. */
const dayName = /^(\d{1,2})(?:er|\.)?[ -](\p{L}+)\.?[ ,-]+(\d{4}|\d{2})(?!\d)/u
/** January 31, 2024; January 2024. */
const nameDay = /^(\p{L}+)\.?[ -](?:(\d{1,2}),? )?(\d{4})(?!\d)/u
/** A month as spreadsheets shorten it: Jan-24. */
const nameYear = /^(\p{L}+)[-'](\d{2})$/u

/** A quarter of a year: 2024Q1, 2024-Q1, Q1 2024, 2024年第1季度. */
const quarter = /^(?:([12]\d{3})[ -]?Q([1-4])|Q([1-4])[ /-]?([12]\d{3})|([12]\d{3})年第?([1-4一二三四])季度?)$/i

/** A time of day, of 12 hours or 24, with seconds and a zone where it has them. */
const time =
  /^(上午|下午)?\s*(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?(?:\s*([ap])\.?m\.?)?(?:\s*(?:(Z|UTC|GMT)|([+-])(\d{2})(?::?(\d{2}))?))?$/i

/** A day of the week before a date: `Wed, 31 Jan 2024`. */
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i

/** A time of day in Chinese: 14时05分, 下午3点5分20秒. */
const chineseTime = /(\d{1,2})[时時点點](\d{1,2})分(?:(\d{1,2})秒)?$/

const dayLength = 86_400_000

/**
 * Parses a trimmed text as days since the beginning of 1970, in UTC where it names no zone; NaN when it is neither a date nor a time of
 * day, which is a part of a day. `order` applies where day and month are numbers before the year.
 */
export function parseDate(trimmed: string, order: DateOrder = 'day-first'): number {
  const text = trimmed
    .replace(weekday, '')
    .replace(chineseTime, (_, hour: string, minute: string, second = '0') => `${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`)
  const found = dayOf(text, order)
  if (found === null) return text.includes(':') ? timeOf(text) / dayLength : NaN
  const rest = text.slice(found.length)
  if (rest === '') return found.start / dayLength
  const after = (text[found.length - 1] === '日' ? /^(?:\s*)(.*)$/ : /^(?:T|,?\s+)(.*)$/).exec(rest)
  return after && found.isDay ? (found.start + timeOf(after[1])) / dayLength : NaN
}

/** The day that a text begins with, and the number of characters that name it. */
interface Day {
  /** Milliseconds from the beginning of 1970 to its beginning. */
  readonly start: number
  readonly length: number
  /** Whether it names a day, not only a month. */
  readonly isDay: boolean
}

function dayOf(text: string, order: DateOrder): Day | null {
  let parts = compact.exec(text)
  if (parts) return day(parts, parts[1], parts[2], parts[3])
  parts = yearFirst.exec(text)
  if (parts) return parts[2] === '.' && parts[4] === undefined ? null : day(parts, parts[1], parts[3] ?? parts[5], parts[4] ?? parts[6])
  parts = yearLast.exec(text)
  if (parts) return order === 'day-first' ? day(parts, parts[4], parts[3], parts[1]) : day(parts, parts[4], parts[1], parts[3])
  parts = points.exec(text)
  if (parts) return day(parts, parts[3] ?? parts[6], parts[2] ?? parts[5], parts[1] ?? parts[4])
  parts = dayName.exec(text)
  if (parts) return day(parts, parts[3], monthOf(parts[2]), parts[1])
  parts = nameDay.exec(text)
  if (parts) return day(parts, parts[3], monthOf(parts[1]), parts[2])
  parts = nameYear.exec(text)
  if (parts) return day(parts, parts[2], monthOf(parts[1]), undefined)
  parts = quarter.exec(text)
  return parts && day(parts, parts[1] ?? parts[4] ?? parts[5], 3 * quarterOf(parts[2] ?? parts[3] ?? parts[6]) - 2, undefined)
}

/** Years of two digits from 69 on are of the last century, as POSIX has it. */
function day([whole]: RegExpExecArray, year: string, month: string | number, dayOfMonth: string | undefined): Day | null {
  const full = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900)
  const start = Date.UTC(full, Number(month) - 1, Number(dayOfMonth ?? 1))
  const isReal = new Date(start).getUTCMonth() === Number(month) - 1 && new Date(start).getUTCDate() === Number(dayOfMonth ?? 1)
  return isReal ? { start, length: whole.length, isDay: dayOfMonth !== undefined } : null
}

function quarterOf(text: string): number {
  return '一二三四'.indexOf(text) + 1 || Number(text)
}

/** Returns the milliseconds from the beginning of a day to a time, in UTC where it names no zone; NaN when it is not a time. */
function timeOf(text: string): number {
  const found = time.exec(text)
  if (!found) return NaN
  const [, chinese, hours, minutes, seconds = '0', letter, , sign, zoneHours = '0', zoneMinutes = '0'] = found
  const half = chinese === '下午' || letter?.toLowerCase() === 'p' ? 12 : 0
  const isHalved = chinese !== undefined || letter !== undefined
  const hour = isHalved ? (Number(hours) % 12) + half : Number(hours)
  const second = Number(seconds.replace(',', '.'))
  if (hour > 23 || (isHalved && (Number(hours) < 1 || Number(hours) > 12)) || Number(minutes) > 59 || second >= 60) return NaN
  const zone = (sign === '-' ? -1 : 1) * (60 * Number(zoneHours) + Number(zoneMinutes))
  return ((60 * hour + Number(minutes) - zone) * 60 + second) * 1000
}

/** The reading of a column's dates. */
export interface FoundDates {
  readonly order: DateOrder
  /** Whether the other order would read other days, and nothing in the column tells which is meant. */
  readonly isDoubtful: boolean
}

/** A column has dates when at least this fraction of its cells that are not missing are dates. */
const datePart = 0.9

/** Texts of a column that are tried first; where none of them is a date, it has none. */
const triedFirst = 20

/**
 * Detects whether texts, each in a number of rows, are dates, and in which order; null when too few are. `expected` is the order where the
 * texts show none.
 */
export function findDates(
  texts: readonly string[],
  rows: readonly number[],
  asked?: DateOrder,
  expected?: DateOrder
): FoundDates | null {
  if (!texts.slice(0, triedFirst).some((text) => dateOrders.some((order) => !Number.isNaN(parseDate(text, order))))) return null
  const total = rows.reduce((sum, count) => sum + count, 0)
  const counts = { 'day-first': 0, 'month-first': 0 }
  let differ = false
  texts.forEach((text, i) => {
    const [one, other] = dateOrders.map((order) => parseDate(text, order))
    if (!Number.isNaN(one)) counts['day-first'] += rows[i]
    if (!Number.isNaN(other)) counts['month-first'] += rows[i]
    differ ||= !Number.isNaN(one) && !Number.isNaN(other) && one !== other
  })
  const isOpen = counts['day-first'] === counts['month-first']
  const open = isOpen ? expected : undefined
  const order = asked ?? open ?? (counts['month-first'] > counts['day-first'] ? 'month-first' : 'day-first')
  return total > 0 && counts[order] >= datePart * total ? { order, isDoubtful: (asked ?? open) === undefined && isOpen && differ } : null
}
