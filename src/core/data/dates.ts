/** A day by year, month and day (2024-01-31, 2024/1/31, 2024.1.31, 2024年1月31日), optionally followed by a time and a zone. */
const date =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/

const dayLength = 86_400_000

/** Parses a trimmed text as days since the beginning of 1970, in UTC where it names no zone; NaN when it is not a date. */
export function parseDate(trimmed: string): number {
  const found = date.exec(trimmed)
  if (!found) return NaN
  const part = (...places: number[]) => Number(places.map((place) => found[place]).find((text) => text !== undefined) ?? 0)
  const [year, month, day] = [part(1), part(2, 4, 6, 8), part(3, 5, 7, 9)]
  const [hour, minute, second] = [part(10), part(11), part(12)]
  const start = Date.UTC(year, month - 1, day)
  const isDay = new Date(start).getUTCMonth() === month - 1 && new Date(start).getUTCDate() === day
  if (!isDay || hour > 23 || minute > 59 || second >= 60) return NaN
  const zone = (found[14] === '-' ? -1 : 1) * (60 * part(15) + part(16))
  return (start + ((60 * hour + minute - zone) * 60 + second) * 1000) / dayLength
}
