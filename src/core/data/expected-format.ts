import type { Notation } from './number'
import type { ColumnFormat, ExpectedFormat, ReadFormat, Separator } from './read-options'
import { readHead } from './records'
import { markOf } from './separator'
import type { Column } from './table'

/** Characters examined at the beginning of a file. */
const headCharacters = 65_536

/** Returns the format by which other files of the same kind are read; null where there is nothing that would not be found in any file. */
export function expectedFormat({ encoding, separator, header, sheet, sheets = [] }: ReadFormat, columns: readonly Column[]): ExpectedFormat | null {
  const own = columns.flatMap((column) => {
    const format = columnFormat(column)
    return Object.keys(format).length > 0 ? [[column.name, format] as const] : []
  })
  const chosen = sheet !== undefined && sheets.length > 1 ? { sheet } : {}
  const isPlain = encoding === 'utf-8' && separator === ',' && header && own.length === 0 && sheets.length <= 1
  return isPlain ? null : { encoding, separator, header, columns: own, ...chosen }
}

function columnFormat({ notation, dates }: Column): ColumnFormat {
  const { decimal, unit } = notation ?? {}
  return { ...(decimal ? { decimal } : {}), ...(unit === undefined ? {} : { unit }), ...(dates ? { dates: dates.order } : {}) }
}

/** Returns the expected format of a column. */
export function formatOfColumn(expected: ExpectedFormat | undefined, name: string): ColumnFormat {
  return expected?.columns.find(([column]) => column === name)?.[1] ?? {}
}

/** Returns the expected notation of a column; a decimal mark that is known implies that the other one separates thousands. */
export function notationExpected(expected: ExpectedFormat | undefined, name: string): Notation | undefined {
  const { decimal, unit } = formatOfColumn(expected, name)
  return decimal && { decimal, grouped: true, ...(unit === undefined ? {} : { unit }) }
}

/** Whether the separator that is expected gives all rows of a file the same number of fields, two or more. */
export function fitsSeparator(text: string, separator: Separator): boolean {
  if (separator === 'blanks') return false
  const [first, ...others] = readHead(text, markOf(separator), headCharacters)
  return first !== undefined && first.length > 1 && others.every(({ length }) => length === first.length)
}
