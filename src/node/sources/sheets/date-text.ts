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

/** The text of a serial number that is shown as a date: a time alone where it is below 1. */
export function serialDateText(serial: number, from1904: boolean): string {
  const milliseconds = Math.round((serial - EPOCH[from1904 ? 1904 : 1900]) * DAY)
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return String(serial)
  return serial >= 0 && serial < 1 ? new Date(Math.round(serial * DAY)).toISOString().slice(11, 19) : dateText(milliseconds)
}
