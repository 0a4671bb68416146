import type { PackedEntry } from '#core'
import { readXmlWhole } from '../archives/archive-xml'
import type { Moment } from '../sheets/date-text'

/** Formats that every workbook has without describing them and that show a number as a date, a time of day or a duration. */
const BUILT_IN: Readonly<Record<Moment, readonly number[]>> = {
  date: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
  time: [18, 19, 20, 21, 32, 33, 34, 35],
  duration: [45, 46, 47]
}

/** For each style of cells, what it shows numbers as; undefined where as numbers. */
export async function readMomentStyles(entry: PackedEntry | undefined): Promise<readonly (Moment | undefined)[]> {
  const formats = new Map<number, Moment | undefined>()
  for (const moment of ['date', 'time', 'duration'] as const) for (const id of BUILT_IN[moment]) formats.set(id, moment)
  const styles: (Moment | undefined)[] = []
  if (!entry) return styles
  let inCells = false
  await readXmlWhole(entry, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), momentOf(formatCode))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) styles.push(formats.get(Number(numFmtId)))
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    }
  })
  return styles
}

/**
 * Returns the kind of moment that a format's code shows, by its parts outside of quoted texts, escaped characters, colours and conditions. Hours in brackets go on
 * beyond a day, and nobody shows a time of day without its hour.
 */
function momentOf(code: string): Moment | undefined {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (!/[dmyhs]/i.test(bare) || /general/i.test(bare)) return undefined
  if (/\[[hms]+\]/i.test(bare)) return 'duration'
  if (/[dy]/i.test(bare) || !/[hs]/i.test(bare)) return 'date'
  return /h/i.test(bare) ? 'time' : 'duration'
}
