/** A long list of rows of equal height, seen through a window. Lengths are in CSS pixels. */
export interface ScrollShape {
  readonly rows: number
  readonly rowHeight: number
  /** The height of the window. */
  readonly viewport: number
}

/** Browsers lay out some 33 million pixels at most, at a zoom of 1; well below it there is room to zoom. */
const LONGEST = 8_000_000

const contentHeight = ({ rows, rowHeight }: ScrollShape) => rows * rowHeight

/** The height of the element that is scrolled: that of all rows, or less where they are too many. */
export function scrollHeight(shape: ScrollShape): number {
  return Math.min(contentHeight(shape), LONGEST)
}

/** Whether a pixel of the scroll bar stands for more than a pixel of the rows. */
export function isScaled(shape: ScrollShape): boolean {
  return contentHeight(shape) > LONGEST
}

/** Returns the offset of the rows for a scroll position. */
export function offsetAt(scrollTop: number, shape: ScrollShape): number {
  return isScaled(shape) ? clampOffset(scrollTop * scaleOf(shape), shape) : scrollTop
}

/** Returns the scroll position for an offset of the rows. */
export function scrollTopAt(offset: number, shape: ScrollShape): number {
  return isScaled(shape) ? offset / scaleOf(shape) : offset
}

/** An offset at which the window shows rows. */
export function clampOffset(offset: number, shape: ScrollShape): number {
  return Math.max(0, Math.min(offset, contentHeight(shape) - shape.viewport))
}

/** The rows in the window, the last one excluded, and so many more on either side. */
export function rowsInSight(offset: number, shape: ScrollShape, more: number): { first: number; end: number } {
  const first = Math.floor(offset / shape.rowHeight) - more
  const end = Math.ceil((offset + shape.viewport) / shape.rowHeight) + more
  return { first: Math.max(0, first), end: Math.max(0, Math.min(shape.rows, end)) }
}

function scaleOf(shape: ScrollShape): number {
  return (contentHeight(shape) - shape.viewport) / (LONGEST - shape.viewport)
}
