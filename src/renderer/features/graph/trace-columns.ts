import type { TensorValue, Trace, TraceRow } from '#core'
import { formatNumber } from '../../i18n/format'

/** A column of the table of both modes; a seed's tangents are a column named after its place. */
export type TraceColumn = 'node' | 'value' | 'gradient' | 'difference' | `${number}`

/** A character and the padding of a cell, in units of the grid. */
const [CHARACTER, PADDING] = [1.8, 4]
/** A number with its sign and four significant digits: −0.0001234. */
const NUMBER = 10
/** The column's heading is shown whole; more of a node's name is not shown. */
const [LEAST_NAME, MOST_NAME] = [4, 20]

/** The text of a cell: a number, or the shape of a matrix, whose numbers the node's details have; "–" where there is none. */
export function traceText(row: TraceRow, column: TraceColumn): string {
  if (column === 'node') return nodeText(row)
  if (column === 'difference') return row.difference === null ? '–' : formatNumber(row.difference)
  return valueText(column === 'value' || column === 'gradient' ? row[column] : row.tangents[Number(column)])
}

/**
 * The least width of a column in units of the grid, from the nodes' names alone: a number that becomes longer while an input is
 * dragged moves no column.
 */
export function leastWidth({ rows }: Trace, column: TraceColumn): number {
  const characters = column === 'node' ? Math.min(MOST_NAME, Math.max(LEAST_NAME, ...rows.map((row) => nodeText(row).length))) : NUMBER
  return Math.ceil(CHARACTER * characters + PADDING)
}

function nodeText({ name, symbol }: TraceRow): string {
  return name === '' || name === symbol ? symbol : `${name} = ${symbol}`
}

function valueText(value: TensorValue | null): string {
  if (value === null) return '–'
  if (typeof value === 'number') return formatNumber(value)
  const [rows, columns] = [value.length, value[0].length]
  return rows === 1 && columns === 1 ? formatNumber(value[0][0]) : `${rows}×${columns}`
}
