import { mostFrequent } from './most-frequent'
import { withTabs } from './blank-runs'
import { numberIn } from './find-header'
import { separators, type Separator, type SeparatorMark } from './read-options'
import { readHead } from './records'

/** Characters examined at the beginning of a file; some hundred rows of most files. */
const headCharacters = 65_536

/** Names of separators that are hard to see. */
const shownAs: Readonly<Partial<Record<Separator, string>>> = { '\t': 'Tab', ' ': 'Space', blanks: 'Spaces' }

export function showSeparator(separator: Separator): string {
  return shownAs[separator] ?? separator
}

/** Returns the character between cells, once runs of blanks are replaced. */
export function markOf(separator: Separator): SeparatorMark {
  return separator === 'blanks' ? '\t' : separator
}

/** Blanks that are more than one character between words: two in a row, or at the beginning of a line. */
const blankRun = /\S[ \t]{2,}\S|^[ \t]+\S/m

/** Whether a separator occurs in a text. */
function occursIn(text: string, separator: Separator): boolean {
  return separator === 'blanks' ? blankRun.test(text) : text.includes(separator)
}

/**
 * Detects the separator of a file's cells: the one that gives the most rows the same number of fields, two or more. Among equals, the
 * one that leaves the most numbers, then the first one listed. A title and a blank line above the table say nothing. A comma when none is
 * convincing.
 */
export function findSeparator(text: string): Separator {
  const table = belowTitle(text)
  return (table === null ? null : convincing(table, ({ numeric }) => numeric >= 0.5)) ?? convincing(text) ?? ','
}

/** A title above a table has at most so many lines; a blank one follows. */
const MOST_TITLES = 3

/** Returns what follows a title, within the head; null without one. */
function belowTitle(text: string): string | null {
  const lines = text.slice(0, headCharacters).split(/\r\n|\r|\n/)
  const blank = lines.findIndex((line) => line.trim() === '')
  const below = lines.slice(blank).join('\n')
  return blank >= 1 && blank <= MOST_TITLES && below.trim() !== '' ? below : null
}

function convincing(text: string, isSure: (examined: Examined) => boolean = () => true): Separator | null {
  const candidates = separators
    .filter((separator) => occursIn(text, separator))
    .map((separator) => ({ separator, ...examine(text, separator) }))
    .filter((examined) => examined.convinces && isSure(examined))
  return candidates.reduce<(typeof candidates)[number] | null>(better, null)?.separator ?? null
}

interface Examined {
  /** Fraction of the rows that have the most frequent number of fields. */
  readonly agreement: number
  /** Fraction of the cells that are numbers. */
  readonly numeric: number
  readonly convinces: boolean
}

function examine(text: string, separator: Separator): Examined {
  const isAligned = separator === 'blanks'
  const rows = readHead(isAligned ? withTabs(text.slice(0, headCharacters)) : text, markOf(separator), headCharacters)
  const lengths = rows.map(({ length }) => length)
  const width = mostFrequent(lengths)
  const agreement = lengths.filter((length) => length === width).length / Math.max(1, rows.length)
  const cells = rows.flat()
  const numeric = cells.filter((cell) => !Number.isNaN(numberIn(cell))).length / Math.max(1, cells.length)
  // A first row of one field is more likely the name of a single text column than a title above two columns.
  const isTable = width >= 2 && (lengths[0] >= 2 || width >= 3) && (agreement > 0.5 || lengths[0] === width)
  // R writes one name fewer than there are fields.
  const isEven = lengths.every((length, row) => length === width || (row === 0 && length === width - 1))
  // Words are separated by spaces as well: only numbers show that spaces separate cells.
  return { agreement, numeric, convinces: isTable && ((separator !== ' ' && !isAligned) || (isEven && numeric >= 0.5)) }
}

function better<T extends Examined & { separator: Separator }>(best: T | null, other: T): T {
  if (best === null) return other
  if (other.separator === ' ') return best
  if (other.separator === 'blanks') return other.numeric > best.numeric ? other : best
  if (other.agreement !== best.agreement) return other.agreement > best.agreement ? other : best
  return other.numeric > best.numeric ? other : best
}
