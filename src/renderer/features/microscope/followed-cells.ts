import type { Region } from '#core'

/** One weight, or a bias where `row` is null: W2[row, column]. */
export interface FollowedPlace {
  readonly layer: number
  readonly row: number | null
  readonly column: number
}

/**
 * The cells of a tensor on the paths of one weight of layer l, W[r, c]: it is multiplied by column r of what the layer receives, enters column
 * c of Z, A and their derivatives, goes on through row c of the next layer's weights, and is answered by its own gradient and update. Null
 * where every cell is on a path, or none.
 */
export function followedCells(tensor: string, [rows, columns]: readonly [number, number], place: FollowedPlace): Region | null {
  const { layer, row, column } = place
  const all = [0, rows] as const
  const inColumn = (index: number): Region | null => (index < columns ? { rows: all, columns: [index, index + 1] } : null)
  const [, kind, number] = /^(?:d\(?)?(W|b|Z|A|M|X|slope)(\d*)/.exec(tensor) ?? []
  const at = number === '' ? 0 : Number(number)
  if (kind === 'W' && at === layer) return row === null ? null : { rows: [row, row + 1], columns: [column, column + 1] }
  if (kind === 'b' && at === layer) return row === null ? inColumn(column) : null
  if (kind === 'W' && at === layer + 1) return { rows: [column, column + 1], columns: [0, columns] }
  if (kind === 'W' || kind === 'b') return null
  if (kind === 'X' || (kind === 'A' && at === layer - 1) || (kind === 'M' && at === layer - 1)) {
    return row === null || (kind === 'X' && layer !== 1) ? null : inColumn(row)
  }
  return at === layer && kind !== undefined ? inColumn(column) : null
}
