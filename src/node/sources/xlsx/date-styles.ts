import type { PackedEntry } from '#core'
import { readXmlWhole } from '../archives/archive-xml'

/** Formats that every workbook has without describing them and that show a number as a date or a time. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** For each style of cells, whether it shows numbers as dates or times. */
export async function readDateStyles(entry: PackedEntry | undefined): Promise<readonly boolean[]> {
  const dates = new Set(BUILT_IN_DATES)
  const isDate: boolean[] = []
  if (!entry) return isDate
  let inCells = false
  await readXmlWhole(entry, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt' && showsDate(formatCode)) dates.add(Number(numFmtId))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) isDate.push(dates.has(Number(numFmtId)))
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    }
  })
  return isDate
}

/** Whether a format's code has a part of a date or a time outside of quoted texts, escaped characters, colours and conditions. */
function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare)
}
