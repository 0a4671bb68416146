/** Constants of the elementary functions, and how a table of them is read. */

/*
 * Constants lie in memory, from where a vector unit spreads one over its lanes in a single instruction; as literals they would be put
 * together anew at each use, which takes a quarter of the time of an exponential.
 */

/** Constants of the argument reduction of exp; the offsets of its entries follow. */
const REDUCTION: usize = memory.data<f64>([1.4426950408889634, 0.6931471803691238, 1.9082149292705877e-10, 710, -746, 6755399441055744, 0.5, 1])
export const LOG2_E: i32 = 0
export const LN2_HIGH: i32 = 1
export const LN2_LOW: i32 = 2
/** Beyond these two e^x is Infinity or 0 after rounding, so clamping to them changes nothing. */
export const EXP_TOP: i32 = 3
export const EXP_BOTTOM: i32 = 4
/** 1.5 · 2^52: added to a whole number below 2^31 in size, it leaves that number in the low 32 bits. */
export const WHOLE: i32 = 5
export const HALF: i32 = 6
export const ONE: i32 = 7

/** Entry i of a table in both lanes. */
// @ts-ignore: decorator
@inline
export function loaded(table: usize, i: i32): v128 {
  return v128.load64_splat(table + <usize>(i << 3))
}

// @ts-ignore: decorator
@inline
export function reduction(i: i32): v128 {
  return loaded(REDUCTION, i)
}
