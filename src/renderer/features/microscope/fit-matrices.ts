import { isWhole, numbersIn, shownWindows, type ShownWindow } from './shown-indices'

/** The indices of a step's matrices: the result's rows and columns, and the one that a product adds up over. */
export type Axis = 'rows' | 'columns' | 'across'

/** So many rows, or columns, of one matrix. */
export interface Side {
  readonly axis: Axis
  readonly count: number
}

/** Numbers side by side; `digits`: the characters of the longest. */
export interface WideSide extends Side {
  readonly digits: number
}

/** The matrices of a step as they stand beside and below each other. */
export interface Stack {
  readonly wide: readonly WideSide[]
  readonly high: readonly Side[]
  /** The room for names, numbers of rows and columns, signs and pictures, in pixels. */
  readonly margin: { readonly width: number; readonly height: number }
}

/** Sizes of numbers by their names in the style sheet, in pixels. */
const sizes = [
  { name: 'largest', pixels: 21 },
  { name: 'large', pixels: 18 },
  { name: 'medium', pixels: 15 },
  { name: 'small', pixels: 13 }
] as const
/** The sizes from the largest to the smallest. */
export const numberSizes = sizes.map(({ name }) => name)

export type NumberSize = (typeof sizes)[number]['name']

/** Sides of up to so many numbers are always written out: where they do not fit they are scrolled. */
const ALWAYS_WHOLE = 8

/** In ems; the style sheet of `NumberMatrix` has the same. */
const DIGIT = 0.64
const PADDING = 0.7
const LINE = 1.6
/** In pixels: borders and the space between two cells. */
const BETWEEN = 5
const GAP = { width: 26, height: 18 }

export interface Fitted {
  readonly size: NumberSize
  readonly windows: Readonly<Record<Axis, ShownWindow>>
  /** Whether all of it is in sight at once. */
  readonly fits: boolean
}

/**
 * The windows and the size with which the matrices fit into a room, in pixels. As much as fits is written out at all, and that in the
 * largest size; of what is too wide or too high, the longest side gives way first.
 */
export function fitMatrices({ wide, high, margin }: Stack, room: { readonly width: number; readonly height: number }): Fitted {
  const levels: Record<Axis, number> = { rows: 0, columns: 0, across: 0 }
  const windowOf = ({ axis }: Side) => shownWindows[levels[axis]]
  const numbersOf = (side: Side) => (isWhole(side.count, windowOf(side)) ? side.count : numbersIn(windowOf(side)))
  const extent = (side: Side, cell: number, gap: number) => numbersOf(side) * cell + (isWhole(side.count, windowOf(side)) ? 0 : 2 * gap)
  const isTooWide = (pixels: number) => {
    const cell = (digits: number) => (digits * DIGIT + PADDING) * pixels + BETWEEN
    return wide.reduce((sum, side) => sum + extent(side, cell(side.digits), GAP.width), margin.width) > room.width
  }
  const isTooHigh = (pixels: number) =>
    high.reduce((sum, side) => sum + extent(side, LINE * pixels + BETWEEN, GAP.height), margin.height) > room.height
  /** Shortens the longest side; false where none can be shortened. */
  const shorten = (sides: readonly Side[]) => {
    const most = shownWindows.length - 1
    const shorter = sides.filter(({ axis, count }) => levels[axis] < most && count > ALWAYS_WHOLE && !isWhole(count, shownWindows[most]))
    if (shorter.length === 0) return false
    levels[shorter.reduce((best, side) => (numbersOf(side) > numbersOf(best) ? side : best)).axis]++
    return true
  }
  const { name: least, pixels: fewest } = sizes[sizes.length - 1]
  while (isTooWide(fewest) && shorten(wide));
  while (isTooHigh(fewest) && shorten(high));
  const fits = sizes.find(({ pixels }) => !isTooWide(pixels) && !isTooHigh(pixels))
  return {
    size: fits?.name ?? least,
    fits: fits !== undefined,
    windows: { rows: shownWindows[levels.rows], columns: shownWindows[levels.columns], across: shownWindows[levels.across] }
  }
}
