import type { DateOrder } from './dates'
import { plainNotation, parseCell, type Notation } from './number'
import { missingTest, missingTokens } from './missing'
import type { ColumnKind } from './read-options'
import type { SpellingChoice } from './spellings'

/** Import options of the cells of a column. */
export interface Reading {
  /** Plain ones (`1234.5`) unless given. */
  readonly notation?: Notation
  /** Tokens for a missing value; the default list unless given. */
  readonly missing?: readonly string[]
  /** Detected from the cells unless given. */
  readonly kind?: ColumnKind
  /** Order of day and month; detected from the cells unless given. */
  readonly dates?: DateOrder
  /** Order in an earlier file, where the cells show none. */
  readonly expectedDates?: DateOrder
  /** Texts that differ in spelling alone are kept apart unless given. */
  readonly spellings?: SpellingChoice
}

/** Conversion of texts to numbers or missing values. */
export interface CellReading {
  readonly notation: Notation
  readonly isMissing: (trimmed: string) => boolean
  /** Whether a token for a missing value is itself a number. */
  readonly hasNumericTokens: boolean
}

export function cellReading({ notation = plainNotation, missing = missingTokens }: Reading = {}): CellReading {
  return {
    notation,
    isMissing: missingTest(missing),
    hasNumericTokens: missing.some((token) => !Number.isNaN(parseCell(token.trim(), notation)))
  }
}

/** Returns the conversion of each column's texts; one for all columns whose notation is the same object. */
export function cellReadings(notations: readonly Notation[], missing?: readonly string[]): readonly CellReading[] {
  const known = new Map(notations.map((notation) => [notation, cellReading({ notation, missing })]))
  return notations.map((notation) => known.get(notation) as CellReading)
}
