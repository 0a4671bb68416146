import { plainNotation, parseCell, type Notation } from './number'
import { missingTest, missingTokens } from './missing'
import type { ColumnKind } from './read-options'

/** How the cells of a column are to be read. */
export interface Reading {
  /** Plain ones (`1234.5`) unless given. */
  readonly notation?: Notation
  /** What stands for a missing value; the usual list unless given. */
  readonly missing?: readonly string[]
  /** Found from the cells unless given. */
  readonly kind?: ColumnKind
}

/** How texts become numbers or missing values. */
export interface CellReading {
  readonly notation: Notation
  readonly isMissing: (trimmed: string) => boolean
  /** Whether what is written as a number may stand for a missing value. */
  readonly hasNumericTokens: boolean
}

export function cellReading({ notation = plainNotation, missing = missingTokens }: Reading = {}): CellReading {
  return {
    notation,
    isMissing: missingTest(missing),
    hasNumericTokens: missing.some((token) => !Number.isNaN(parseCell(token.trim(), notation)))
  }
}
