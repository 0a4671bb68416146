/**
 * Number of binary places of `halfPiScaled`: the 1024 of the largest double, and 176 more for the remainder's digits.
 */
export const HALF_PI_BITS = 1200

/** Extra places for the rounding errors of the series. */
const GUARD_BITS = 32n

/** arctan(1/n) · 2^bits = Σ (−1)ᵏ / ((2k + 1) n^(2k+1)). */
function arctanOfInverse(n: bigint, bits: bigint): bigint {
  let power = (1n << bits) / n
  let sum = power
  for (let k = 1n; power !== 0n; k++) {
    power /= -n * n
    sum += power / (2n * k + 1n)
  }
  return sum
}

let known: bigint | null = null

/**
 * π/2 · 2^1200, rounded to a whole number; computed at the first call.
 * Source: J. Machin, 1706: π/4 = 4 arctan(1/5) − arctan(1/239).
 */
export function halfPiScaled(): bigint {
  if (known === null) {
    const bits = BigInt(HALF_PI_BITS) + GUARD_BITS
    known = (8n * arctanOfInverse(5n, bits) - 2n * arctanOfInverse(239n, bits)) >> GUARD_BITS
  }
  return known
}
