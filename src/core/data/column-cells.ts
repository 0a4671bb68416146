import { NumberCells } from './number-cells'
import { TextCells } from './text-cells'
import type { CellReading } from './reading'

/** The cells of a column while it is read. */
export type ColumnCells = NumberCells | TextCells

/** Texts that are kept beside numbers, from which on their column is rather kept as texts. */
const manyTexts = 1000

/** Whether a column that is kept as numbers had better be kept as texts: with a quarter or more of its rows such. */
export function isRatherText(cells: ColumnCells, rows: number): boolean {
  return cells instanceof NumberCells && cells.rareCount > manyTexts && 4 * cells.rareCount > rows
}

/** An empty column of a kind, for about so many rows. */
export function createCells(kind: 'number' | 'text', reading: CellReading, expectedRows: number): ColumnCells {
  return kind === 'number' ? new NumberCells(reading, expectedRows) : new TextCells(expectedRows)
}
