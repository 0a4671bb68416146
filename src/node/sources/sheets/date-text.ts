const DAY = 86_400_000

/** The text of a moment, in milliseconds since 1970 (UTC): the day alone where it is midnight. */
export function dateText(milliseconds: number): string {
  const text = new Date(Math.round(milliseconds)).toISOString()
  return milliseconds % DAY === 0 ? text.slice(0, 10) : text.replace('T', ' ').replace(/(\.000)?Z$/, '')
}

/**
 * The day that a serial number of a spreadsheet counts from, in days before 1970: 1899-12-30, so that the numbers from 1900-03-01 on are
 * right although 1900 counts as a leap year; 1904-01-01 in workbooks of the first Macintoshes.
 * Source: ECMA-376, part 1, 18.17.4.1.
 */
const EPOCH = { 1900: 25_569, 1904: 24_107 } as const

/** Kinds of moments that a number of a spreadsheet is shown as: a day, with a time or without; a time of day; a duration. */
export type Moment = 'date' | 'time' | 'duration'

/** The text of a serial number that is shown as a moment: a time of day where a date is below 1, a duration where a time is not within a day. */
export function serialDateText(serial: number, from1904: boolean, shown: Moment = 'date'): string {
  const isWithinDay = serial >= 0 && serial < 1
  if (shown === 'duration' || (shown === 'time' && !isWithinDay)) return durationText(serial)
  const milliseconds = Math.round((serial - EPOCH[from1904 ? 1904 : 1900]) * DAY)
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return String(serial)
  return isWithinDay ? new Date(Math.round(serial * DAY)).toISOString().slice(11, 23).replace('.000', '') : dateText(milliseconds)
}

/** The text of a number of days as hours, of one digit where they have no more, minutes and seconds. */
function durationText(days: number): string {
  const milliseconds = Math.round(Math.abs(days) * DAY)
  if (!Number.isSafeInteger(milliseconds)) return String(days)
  const clock = new Date(milliseconds % 3_600_000).toISOString().slice(14, 23).replace('.000', '')
  return `${days < 0 ? '-' : ''}${Math.floor(milliseconds / 3_600_000)}:${clock}`
}
