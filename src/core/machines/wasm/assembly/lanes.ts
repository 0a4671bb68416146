/** Vectors of float64 lanes out of and into memory that holds numbers of type T, and the places of numbers in panels. */

/** Bytes of a row of a panel. */
export const ROW: i32 = 64

/** Two numbers, as float64. */
// @ts-ignore: decorator
@inline
export function loadPair<T>(p: usize): v128 {
  if (sizeof<T>() == 8) return v128.load(p)
  return f64x2.promote_low_f32x4(v128.load64_zero(p))
}

/** One number as float64, and a zero. */
// @ts-ignore: decorator
@inline
export function loadOne<T>(p: usize): v128 {
  if (sizeof<T>() == 8) return v128.load64_zero(p)
  return f64x2.promote_low_f32x4(v128.load32_zero(p))
}

/** Both lanes, rounded to T. */
// @ts-ignore: decorator
@inline
export function storePair<T>(p: usize, pair: v128): void {
  if (sizeof<T>() == 8) v128.store(p, pair)
  else v128.store64_lane(p, f32x4.demote_f64x2_zero(pair), 0)
}

/** The first lane, rounded to T. */
// @ts-ignore: decorator
@inline
export function storeOne<T>(p: usize, pair: v128): void {
  if (sizeof<T>() == 8) v128.store64_lane(p, pair, 0)
  else v128.store32_lane(p, f32x4.demote_f64x2_zero(pair), 0)
}

/** Rounds float64 lanes to T. */
// @ts-ignore: decorator
@inline
export function stored<T>(pair: v128): v128 {
  if (sizeof<T>() == 8) return pair
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(pair))
}

/** The address of element j of a row whose panels lie panelBytes apart. */
// @ts-ignore: decorator
@inline
export function placeOf<T>(row: usize, panelBytes: i32, j: i32): usize {
  const lanes = ROW / <i32>sizeof<T>()
  return row + <usize>((j / lanes) * panelBytes) + <usize>((j % lanes) * <i32>sizeof<T>())
}

/** Element j of such a row, as float64. */
// @ts-ignore: decorator
@inline
export function elementAt<T>(row: usize, panelBytes: i32, j: i32): f64 {
  return <f64>load<T>(placeOf<T>(row, panelBytes, j))
}

/** The place of columns j + 2 and j + 3 of a row, from that of j and j + 1. */
// @ts-ignore: decorator
@inline
export function afterPair<T>(place: usize, panelBytes: i32, j: i32): usize {
  const lanes = ROW / <i32>sizeof<T>()
  const pair = 2 * <i32>sizeof<T>()
  return place + <usize>(((j + 2) & (lanes - 1)) == 0 ? panelBytes - ROW + pair : pair)
}

/** Targets j and j + 1 where the row has both. */
// @ts-ignore: decorator
@inline
export function targetsAt<T>(target: usize, j: i32, both: bool): v128 {
  const place = target + <usize>(j * <i32>sizeof<T>())
  return both ? loadPair<T>(place) : loadOne<T>(place)
}

/** The sum with the first lane, then with the second where `both` count. */
// @ts-ignore: decorator
@inline
export function sumWith(sum: f64, pair: v128, both: bool): f64 {
  const first = sum + f64x2.extract_lane(pair, 0)
  return both ? first + f64x2.extract_lane(pair, 1) : first
}

/** Up to the next multiple of 64 bytes: where P rows have so many bytes each, what lies beyond a thread's last row is nobody's. */
// @ts-ignore: decorator
@inline
export function wholeBlocks(bytes: i32): i32 {
  return (bytes + ROW - 1) & ~(ROW - 1)
}

/** A number in both lanes. */
// @ts-ignore: decorator
@inline
export function splat(x: f64): v128 {
  return f64x2.splat(x)
}
