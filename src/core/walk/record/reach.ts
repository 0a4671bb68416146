import type { Region } from './walk'

/** Which cells of a result a cell of a factor enters. */
export type Reach = (row: number, column: number, shape: readonly [number, number]) => readonly Region[]

function region(rows: readonly [number, number], columns: readonly [number, number]): Region[] {
  return [{ rows, columns }]
}

/** The one cell. */
export function oneCell(row: number, column: number): Region[] {
  return region([row, row + 1], [column, column + 1])
}

/** The cells of a row. */
export function wholeRow(row: number, columns: number): Region[] {
  return region([row, row + 1], [0, columns])
}

/** The cells of a column. */
export function wholeColumn(column: number, rows: number): Region[] {
  return region([0, rows], [column, column + 1])
}

/** The reaches of the rules, by what a cell's row and column say of the result. */
export const reaches = {
  /** Elementwise. */
  cell: (row, column) => oneCell(row, column),
  /** The left factor of A·B, or a number for each row: its row. */
  row: (row, _column, [, columns]) => wholeRow(row, columns),
  /** The right factor of A·B, or a number for each column: its column. */
  column: (_row, column, [rows]) => wholeColumn(column, rows),
  /** A in Aᵀ·B: the row of its column. */
  rowOfColumn: (_row, column, [, columns]) => wholeRow(column, columns),
  /** B in A·Bᵀ: the column of its row. */
  columnOfRow: (row, _column, [rows]) => wholeColumn(row, rows),
  /** For results gathered row by row. */
  firstOfRow: (row) => oneCell(row, 0),
  /** For results gathered column by column. */
  firstOfColumn: (_row, column) => oneCell(0, column),
  /** A number that everything depends on, or what is gathered into one number. */
  all: (_row, _column, [rows, columns]) => region([0, rows], [0, columns])
} as const satisfies Record<string, Reach>
