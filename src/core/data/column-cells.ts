import { NumberCells } from './number-cells'
import { TextCells } from './text-cells'
import type { CellReading } from './reading'

/** The cells of a column while it is read. */
export type ColumnCells = NumberCells | TextCells

/** Number of texts stored beside numbers from which on their column is stored as texts instead. */
const manyTexts = 1000

/** Whether a column stored as numbers should be stored as texts: more than a quarter of its rows are rare texts. */
export function isRatherText(cells: ColumnCells, rows: number): boolean {
  return cells instanceof NumberCells && cells.rareCount > manyTexts && 4 * cells.rareCount > rows
}

/** Creates an empty column of a kind, for about `expectedRows` rows. */
export function createCells(kind: 'number' | 'text', reading: CellReading, expectedRows: number): ColumnCells {
  return kind === 'number' ? new NumberCells(reading, expectedRows) : new TextCells(expectedRows)
}
