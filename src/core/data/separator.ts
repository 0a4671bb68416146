import { parseNumber } from './number'
import { separators, type Separator } from './read-options'
import { readHead } from './records'

/** Characters examined at the beginning of a file; some hundred rows of most files. */
const headCharacters = 65_536

/** Names of separators that are hard to see. */
const shownAs: Readonly<Partial<Record<Separator, string>>> = { '\t': 'Tab', ' ': 'Space' }

export function showSeparator(separator: Separator): string {
  return shownAs[separator] ?? separator
}

/**
 * Detects the separator of a file's cells: the one that gives the most rows the same number of fields, two or more. Among equals, the
 * one that leaves the most numbers, then the first one listed. A comma when none is convincing.
 */
export function findSeparator(text: string): Separator {
  const candidates = separators
    .filter((separator) => text.includes(separator))
    .map((separator) => ({ separator, ...examine(text, separator) }))
    .filter(({ convinces }) => convinces)
  return candidates.reduce<(typeof candidates)[number] | null>(better, null)?.separator ?? ','
}

interface Examined {
  /** Fraction of the rows that have the most frequent number of fields. */
  readonly agreement: number
  /** Fraction of the cells that are numbers. */
  readonly numeric: number
  readonly convinces: boolean
}

function examine(text: string, separator: Separator): Examined {
  const rows = readHead(text, separator, headCharacters)
  const lengths = rows.map(({ length }) => length)
  const width = mostFrequent(lengths)
  const agreement = lengths.filter((length) => length === width).length / Math.max(1, rows.length)
  const cells = rows.flat()
  const numeric = cells.filter(isNumeric).length / Math.max(1, cells.length)
  // A first row of one field is more likely the name of a single text column than a title above two columns.
  const isTable = width >= 2 && (lengths[0] >= 2 || width >= 3) && (agreement > 0.5 || lengths[0] === width)
  // Words are separated by spaces as well: only numbers show that a space separates cells.
  return { agreement, numeric, convinces: isTable && (separator !== ' ' || (agreement === 1 && numeric >= 0.5)) }
}

function better<T extends Examined & { separator: Separator }>(best: T | null, other: T): T {
  if (best === null) return other
  if (other.separator === ' ') return best
  if (other.agreement !== best.agreement) return other.agreement > best.agreement ? other : best
  return other.numeric > best.numeric ? other : best
}

function isNumeric(cell: string): boolean {
  const trimmed = cell.trim()
  return !Number.isNaN(parseNumber(trimmed)) || !Number.isNaN(parseNumber(trimmed, { decimal: ',', grouped: false }))
}

/** Returns the most frequent length, the larger of two; 0 for none. */
export function mostFrequent(lengths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0]) ? entry : best), [0, 0])[0]
}
