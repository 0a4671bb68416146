/**
 * Numbers in [0, 1), the same ones for the same seed.
 * Source: the linear congruential generator of ISO C's example for rand, 1990.
 * @param {number} seed
 */
export function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}
