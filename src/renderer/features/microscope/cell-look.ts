import type { Region } from '#core'
import { isInside, type Place } from './arrangement'

/** The cells of a matrix that are looked at. */
export interface CellMarks {
  /** The cells that a result is made of, or that a factor enters; framed together. */
  readonly lit: Region | null
  /** The cells of one term. */
  readonly framed: Region | null
  readonly chosen: Place | null
  /** The cells on the paths of the weight that is followed. */
  readonly marked: Region | null
}

/** The part of a colour's end that the largest number is filled with: the text on it keeps its contrast. */
const MOST = 42

/** Returns how strongly a cell is filled, by the size of its number. */
export function cellStrength(x: number | undefined, largest: number): string {
  if (x === undefined || !Number.isFinite(x) || largest === 0) return '0%'
  return `${(MOST * Math.min(1, Math.abs(x) / largest)).toFixed(1)}%`
}

/** Returns the classes of a cell: its sign, and what it is a part of. */
export function cellClasses(x: number | undefined, row: number, column: number, { lit, framed, chosen, marked }: CellMarks): string[] {
  return [
    ...((x ?? 0) < 0 ? ['minus'] : []),
    ...(lit && isInside(lit, row, column) ? litClasses(lit, row, column) : []),
    ...(framed && isInside(framed, row, column) ? ['framed'] : []),
    ...(chosen?.row === row && chosen.column === column ? ['chosen'] : []),
    ...(marked && isInside(marked, row, column) ? ['marked'] : [])
  ]
}

function litClasses({ rows, columns }: Region, row: number, column: number): string[] {
  return [
    'lit',
    ...(row === rows[0] ? ['lit-top'] : []),
    ...(row === rows[1] - 1 ? ['lit-bottom'] : []),
    ...(column === columns[0] ? ['lit-left'] : []),
    ...(column === columns[1] - 1 ? ['lit-right'] : [])
  ]
}
