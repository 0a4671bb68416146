import { across, down, LANES } from './tiles'
import { transpose } from './transpose'

/**
 * The three products of backpropagation and the column sum, on panels. Every element is one sum from the first term to the last in
 * one register, so neither the size of the tiles nor a split of the rows changes a bit; only float32 gradients over many rows are sums of
 * such sums.
 *
 * A panel holds P columns of a matrix (16 float32 or 8 float64), 64 bytes a row; `…Panel` is the distance of two panels in bytes.
 *
 * The tiles are written by scripts/kernel-tiles.ts, for up to six rows of A and one panel b:
 *  - across: out = A · b + bias, the rows of A 64 bytes apart, and after each 64 bytes of a row the next panel, `jump` bytes on;
 *  - down: out = Aᵀ · b + bias for adjacent columns of a panel of A.
 * `tile` is the most rows, plus HALF for two halves of a panel one after the other, or LANES for those with few loads.
 */

/** The rows of the next tile when `rows` are left, as even as whole tiles can be. */
@inline
function tileRows(rows: i32, tile: i32): i32 {
  const most = tile & 7
  if (tile >= LANES) return min(rows, most)
  const tiles = (rows + most - 1) / most
  return (rows + tiles - 1) / tiles
}

/**
 * One panel of Z = A · W + b, for adjacent rows.
 *
 * Shapes: a [rows, depth] in panels, w [depth, P], bias [1, P] → z [rows, P].
 */
export function forwardPanel<T>(tile: i32, rows: i32, depth: i32, a: usize, aPanel: i32, w: usize, bias: usize, z: usize): void {
  while (rows > 0) {
    const n = tileRows(rows, tile)
    across<T>(tile, n, depth, aPanel - 64, a, w, bias, z)
    a += n * 64
    z += n * 64
    rows -= n
  }
}

/**
 * dZ with the batch as columns: from panels of units [q][row][P] to panels of rows [row / P][unit][P]. `from` a multiple of P.
 *
 * Shapes: gradZ [rows, units] → target [⌈rows / P⌉][⌈units / P⌉ · P][P].
 */
export function transposeRows<T>(rows: i32, units: i32, gradZ: usize, panel: i32, target: usize): void {
  const P = <i32>(64 / sizeof<T>())
  const panels = (units + P - 1) / P
  for (let row = 0; row < rows; row += P) {
    for (let q = 0; q < panels; q++) {
      transpose<T>(gradZ + q * panel + row * 64, target)
      target += P * 64
    }
  }
}

/**
 * One panel of dInput = dZ · Wᵀ, for adjacent rows from a multiple of P on: P inputs a time, computed with the batch as columns.
 * Whole squares of P × P are written: zeros for inputs that do not exist, anything for rows beyond the last.
 *
 * Shapes: w [inputs, units] in panels from the first of these inputs on, gradZ as `transposeRows` leaves it → gradInput [rows, P].
 */
export function inputGradientPanel<T>(
  tile: i32, rows: i32, inputs: i32, units: i32, w: usize, wPanel: i32, gradZ: usize, zeros: usize, square: usize, gradInput: usize
): void {
  const P = <i32>(64 / sizeof<T>())
  const depth = ((units + P - 1) / P) * P * 64
  if (inputs < P) memory.fill(square + inputs * 64, 0, (P - inputs) * 64)
  for (let row = 0; row < rows; row += P) {
    for (let k = 0; k < inputs; ) {
      const n = tileRows(inputs - k, tile)
      across<T>(tile, n, units, wPanel - 64, w + k * 64, gradZ, zeros, square + k * 64)
      k += n
    }
    transpose<T>(square, gradInput)
    gradZ += depth
    gradInput += P * 64
  }
}

/**
 * Rows over which a float32 gradient is one sum. Over more of them it is the sum of such sums: the rounding of a single one grows with
 * the number of its terms, and over 1,000,000 rows took 0.7 % off a bias. A float64 sum is never split.
 * Source: N. J. Higham, "The accuracy of floating point summation", SIAM J. Sci. Comput. 14, 1993, section 3.
 */
const SUMMED_ROWS: i32 = 1024

/** The rows of the next sum when `rows` are left. */
@inline
function summedRows<T>(rows: i32): i32 {
  return sizeof<T>() == 4 ? min(rows, SUMMED_ROWS) : rows
}

/**
 * One block of dW = Aᵀ · dZ: at most P inputs, which are adjacent columns of one panel of A, and P units. `part` is room for as much.
 *
 * Shapes: a [rows, inputs] in one panel, gradZ [rows, P] → gradW [inputs, P].
 */
export function weightGradientBlock<T>(
  tile: i32, inputs: i32, rows: i32, a: usize, gradZ: usize, zeros: usize, part: usize, gradW: usize
): void {
  let n = summedRows<T>(rows)
  sumOfRows<T>(tile, inputs, n, a, gradZ, zeros, gradW)
  for (rows -= n; rows > 0; rows -= n) {
    a += n * 64
    gradZ += n * 64
    n = summedRows<T>(rows)
    sumOfRows<T>(tile, inputs, n, a, gradZ, zeros, part)
    addTo<T>(gradW, part, inputs * 64)
  }
}

/**
 * The same for a whole block of P inputs and few units, at most P / 2: as (dZᵀ · A)ᵀ, whose tiles have a row for each unit and none for
 * columns that are not there. `part` is room for two blocks.
 *
 * Shapes: a [rows, P] in one panel, gradZ [rows, P] → gradW [P, P], zeros for units that do not exist.
 */
export function narrowGradientBlock<T>(
  tile: i32, units: i32, rows: i32, a: usize, gradZ: usize, zeros: usize, part: usize, gradW: usize
): void {
  const P = <i32>(64 / sizeof<T>())
  const square = part + P * 64
  weightGradientBlock<T>(tile, units, rows, gradZ, a, zeros, part, square)
  memory.fill(square + units * 64, 0, (P - units) * 64)
  transpose<T>(square, gradW)
}

/** target ← target + addend. */
function addTo<T>(target: usize, addend: usize, bytes: i32): void {
  for (let e: usize = 0; e < <usize>bytes; e += 16) v128.store(target + e, v128.add<T>(v128.load(target + e), v128.load(addend + e)))
}

/** The same block as one sum. */
function sumOfRows<T>(tile: i32, inputs: i32, rows: i32, a: usize, gradZ: usize, zeros: usize, gradW: usize): void {
  for (let k = 0; k < inputs; ) {
    const n = tileRows(inputs - k, tile)
    down<T>(tile, n, rows, a + k * sizeof<T>(), gradZ, zeros, gradW + k * 64)
    k += n
  }
}

/**
 * The sums of the columns of a panel: the gradient of a bias. `part` is room for one row.
 *
 * Shapes: gradZ [rows, P] → gradB [1, P].
 */
export function columnSums<T>(rows: i32, gradZ: usize, part: usize, gradB: usize): void {
  let n = summedRows<T>(rows)
  sumOfColumns<T>(n, gradZ, gradB)
  for (rows -= n; rows > 0; rows -= n) {
    gradZ += n * 64
    n = summedRows<T>(rows)
    sumOfColumns<T>(n, gradZ, part)
    addTo<T>(gradB, part, 64)
  }
}

/** The same as one sum, from the first row to the last. */
function sumOfColumns<T>(rows: i32, gradZ: usize, gradB: usize): void {
  let c0 = v128.splat<T>(0)
  let c1 = v128.splat<T>(0)
  let c2 = v128.splat<T>(0)
  let c3 = v128.splat<T>(0)
  for (let i = 0; i < rows; i++) {
    c0 = v128.add<T>(c0, v128.load(gradZ, 0))
    c1 = v128.add<T>(c1, v128.load(gradZ, 16))
    c2 = v128.add<T>(c2, v128.load(gradZ, 32))
    c3 = v128.add<T>(c3, v128.load(gradZ, 48))
    gradZ += 64
  }
  v128.store(gradB, c0, 0)
  v128.store(gradB, c1, 16)
  v128.store(gradB, c2, 32)
  v128.store(gradB, c3, 48)
}
