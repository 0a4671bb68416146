/** Hours, minutes and seconds, or minutes and seconds, of which the last may have a fraction, between colons; a number of days may come first. */
const clock = /^([+\u2212-])?(?:(\d+) ?(?:days?|天),? ?\+?)?(\d+):(\d{2})(?::(\d{2}))?([.,]\d+)?$/i

/** Numbers with the words or small letters of their units (`M` is million), from days to seconds: `1h 30m`, `5 min 12.5 s`, `1小时30分`. */
const spelt =
  /^([+\u2212-])?(?:(\d+) ?(?:d|[Dd]ays?|天)[, ]*)?(?:(\d+) ?(?:h|[Hh](?:ou)?rs?|小时)[, ]*)?(?:(\d+) ?(?:m|[Mm]in(?:ute)?s?|分钟?)[, ]*)?(?:(\d+(?:[.,]\d+)?) ?(?:s|[Ss]ec(?:ond)?s?|秒钟?))?$/

/** ISO 8601: PT1H30M, P1DT12H. */
const iso = /^([+\u2212-])?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i

/** A clock's numbers, as they are written. */
interface Clock {
  /** The number before the first colon. */
  readonly first: string
  /** Whether it has hours, minutes and seconds. */
  readonly isLong: boolean
  /** Whether it cannot be a time of day: negative, with days, beyond 24 hours, or a fraction of what would be minutes. */
  readonly isDuration: boolean
  /** Whether what follows the first colon is a multiple of five minutes, as on a timetable. */
  readonly isRound: boolean
}

function clockOf(text: string): Clock | null {
  const parts = clock.exec(text)
  if (!parts) return null
  const [, sign, days, first, second, third, fraction] = parts
  const isLong = third !== undefined
  const isBeyondDay = Number(first) > 24 || (first === '24' && Number(second) + Number(third ?? 0) > 0)
  // Nobody writes a quarter past midnight as 0:15:00.
  const isDuration = sign !== undefined || days !== undefined || isBeyondDay || (!isLong && fraction !== undefined) || (isLong && first === '0')
  return { first, isLong, isDuration, isRound: Number(second) % 5 === 0 && Number(third ?? 0) === 0 && fraction === undefined }
}

/**
 * Parses a trimmed text as a duration in seconds; NaN when it is none. Of two numbers between colons the first has minutes: `1:30` is 90,
 * `1:30:00` is 5400, `0:05:12.5` is 312.5. Days, units in letters (`1h 30m`, `5分12秒`) and ISO 8601 (`PT1H30M`) are read too.
 */
export function parseDuration(text: string): number {
  const parts = clock.exec(text)
  if (parts) {
    const [, sign, days, first, second, third, fraction = ''] = parts
    const isLong = third !== undefined
    const below = [...(isLong || days !== undefined ? [second] : []), third ?? (days === undefined ? second : '0')]
    if (below.some((part) => Number(part) > 59)) return NaN
    const [hours, minutes, seconds] = isLong ? [first, second, third] : days === undefined ? ['0', first, second] : [first, second, '0']
    return secondsOf(sign, days, hours, minutes, seconds + fraction)
  }
  const words = iso.exec(text) ?? spelt.exec(text)
  if (!words || words.slice(2).every((part) => part === undefined)) return NaN
  const [, sign, days, hours, minutes, seconds] = words
  return secondsOf(sign, days, hours, minutes, seconds)
}

function secondsOf(sign = '+', days = '0', hours = '0', minutes = '0', seconds = '0'): number {
  const value = ((24 * Number(days) + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'))
  return sign === '+' ? value : -value
}

/** The reading of a column's clock times. */
export interface FoundTimes {
  readonly as: 'time' | 'duration'
  /** Whether the cells may well be meant the other way, and nothing in the column tells. */
  readonly isDoubtful: boolean
}

/** Clock times that are all before this hour are rather durations; those with seconds and hours of one digit also up to noon. */
const earlyHours = 6
const noon = 12

/** A column has times or durations when at least this fraction of its cells that are not missing are such. */
const timePart = 0.9

/** Texts of a column that are tried first; where none of them is a duration, it has none. */
const triedFirst = 20

/**
 * Detects whether texts, each in a number of rows, are times of day between colons, or durations; null when too few are either. A sign, days,
 * hours beyond a day, a fraction after minutes and seconds, units, or no hour at all (`00:45:00`) make durations; a leading zero before
 * later hours, seconds in the afternoon, or only multiples of five minutes up to the afternoon make times of day. Whatever else is doubtful.
 */
export function findTimes(texts: readonly string[], rows: readonly number[]): FoundTimes | null {
  if (texts.slice(0, triedFirst).every((text) => Number.isNaN(parseDuration(text)))) return null
  const clocks: Clock[] = []
  let [total, count, spelled] = [0, 0, 0]
  texts.forEach((text, i) => {
    total += rows[i]
    if (Number.isNaN(parseDuration(text))) return
    count += rows[i]
    const found = clockOf(text)
    if (found) clocks.push(found)
    else spelled += rows[i]
  })
  if (total === 0 || count < timePart * total) return null
  if (spelled > 0 || clocks.some(({ isDuration }) => isDuration)) return { as: 'duration', isDoubtful: false }
  return judge(clocks)
}

function judge(clocks: readonly Clock[]): FoundTimes {
  const latest = clocks.reduce((most, { first }) => Math.max(most, Number(first)), 0)
  const areLong = clocks.every(({ isLong }) => isLong)
  const areAlike = areLong || clocks.every(({ isLong }) => !isLong)
  if (areLong && latest === 0) return { as: 'duration', isDoubtful: false }
  const isPadded = clocks.every(({ first }) => first.length > 1) && (areLong || clocks.some(({ first }) => first.startsWith('0')))
  if (latest < earlyHours || !areAlike || (areLong && !isPadded && latest <= noon)) return { as: 'duration', isDoubtful: true }
  const isAfternoon = latest > noon && (areLong || clocks.every(({ isRound }) => isRound))
  return { as: 'time', isDoubtful: !isPadded && !isAfternoon }
}
