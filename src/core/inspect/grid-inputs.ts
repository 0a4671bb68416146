import { zeros, type Matrix, type Precision } from '../tensor/matrix'

/** An input that varies over a grid: `count` adjacent cells from `low` to `high`, in the network's own units. */
export interface GridAxis {
  readonly input: number
  readonly low: number
  readonly high: number
  readonly count: number
}

/** Returns the value at the centre of a cell. */
function cellMiddle({ low, high, count }: GridAxis, cell: number): number {
  return low + ((cell + 0.5) / count) * (high - low)
}

/**
 * Returns the inputs at the cells of a grid, every other input fixed at `base`. Row by row in image order: from y's high end down, and in
 * each row from x's low end up.
 *
 * Shapes: base [inputs] → [y.count · x.count, inputs].
 */
export function gridInputs(base: ArrayLike<number>, x: GridAxis, y: GridAxis, precision: Precision): Matrix {
  const grid = zeros(x.count * y.count, base.length, precision)
  let at = 0
  for (let row = y.count - 1; row >= 0; row--) {
    const up = cellMiddle(y, row)
    for (let column = 0; column < x.count; column++) {
      grid.data.set(base, at)
      // Where both axes are the same input, x takes precedence.
      grid.data[at + y.input] = up
      grid.data[at + x.input] = cellMiddle(x, column)
      at += base.length
    }
  }
  return grid
}

/** Returns the inputs along one axis, from the centre of its first cell. Shapes: base [inputs] → [count, inputs]. */
export function lineInputs(base: ArrayLike<number>, x: GridAxis, precision: Precision): Matrix {
  const line = zeros(x.count, base.length, precision)
  for (let i = 0; i < x.count; i++) {
    line.data.set(base, i * base.length)
    line.data[i * base.length + x.input] = cellMiddle(x, i)
  }
  return line
}
