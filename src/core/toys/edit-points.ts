import { AppError } from '../messages/app-error'
import { rounded } from './round'
import type { ToyPoint } from './toy'

/** A change of points by hand; rows count from 0. */
export type PointEdit =
  | { readonly kind: 'add'; readonly x: number; readonly y: number; readonly label: string | null }
  | { readonly kind: 'move'; readonly row: number; readonly x: number; readonly y: number }
  | { readonly kind: 'relabel'; readonly row: number; readonly label: string }
  | { readonly kind: 'erase'; readonly rows: readonly number[] }

/**
 * Applies edits to points, one after the other: added ones come last, the others keep their order.
 * Throws: data, when a point does not exist, or none would be left.
 */
export function editPoints(points: readonly ToyPoint[], edits: readonly PointEdit[]): ToyPoint[] {
  const edited = edits.reduce<readonly ToyPoint[]>(applied, points)
  if (edited.length === 0) throw new AppError('data.no-points')
  return [...edited]
}

function applied(points: readonly ToyPoint[], edit: PointEdit): readonly ToyPoint[] {
  if (edit.kind === 'add') return [...points, { x: rounded(edit.x), y: rounded(edit.y), label: edit.label }]
  const rows = edit.kind === 'erase' ? edit.rows : [edit.row]
  const unknown = rows.find((row) => !(row in points))
  if (unknown !== undefined) throw new AppError('data.no-point', { point: unknown + 1, count: points.length })
  if (edit.kind === 'erase') {
    const erased = new Set(rows)
    return points.filter((_, row) => !erased.has(row))
  }
  const change = edit.kind === 'move' ? { x: rounded(edit.x), y: rounded(edit.y) } : { label: edit.label }
  return points.map((point, row) => (row === edit.row ? { ...point, ...change } : point))
}
