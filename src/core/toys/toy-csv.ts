import { cellText, columnNamed, type Table } from '../data/table'
import { coordinateText } from './round'
import type { Toy, ToyPoint } from './toy'

/** The columns of a toy dataset: the coordinates, and the class where there is one. */
export const toyColumns = {
  classification: ['x', 'y', 'class'],
  regression: ['x', 'y']
} as const satisfies Record<Toy['task'], readonly string[]>

/** Returns the name of the target column. */
export function toyTarget(task: Toy['task']): string {
  return task === 'classification' ? 'class' : 'y'
}

/** Writes points as CSV: a header, then one line each, in order; lines end with LF. */
export function toyCsv(task: Toy['task'], points: readonly ToyPoint[]): string {
  const rows = points.map(({ x, y, label }) => [coordinateText(x), coordinateText(y), ...(label === null ? [] : [label])])
  return [toyColumns[task], ...rows].map((cells) => `${cells.join(',')}\n`).join('')
}

/**
 * Reads the points from a table of a toy dataset.
 * Throws: data, when a column is missing.
 */
export function toyPoints(task: Toy['task'], table: Table): ToyPoint[] {
  const [x, y] = [columnNamed(table, 'x').values, columnNamed(table, 'y').values]
  const labels = task === 'classification' ? columnNamed(table, 'class') : null
  return Array.from({ length: table.rows }, (_, row) => ({
    x: x[row],
    y: y[row],
    label: labels === null ? null : cellText(labels, row)
  }))
}
