import { exactSum, type DoubleDouble } from './double-double'
import { powerOfTwo } from './float64'
import { halfPiScaled, HALF_PI_BITS } from './half-pi'

/**
 * π/2 in four parts (Cody and Waite): three of 33 bits, so that k times each is exact for k < 2^20, and the rest.
 * Together 152 bits, and the double nearest to a multiple of π/2 is some 2^−60 away from it: the remainder keeps all
 * its digits.
 */
const HALF_PI_PARTS = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32]
const TWO_OVER_PI = 0.6366197723675814

/** 2^20 · π/2, rounded down: from here on k times a part of 33 bits is no longer exact. */
const LARGEST_BY_PARTS = 1647099

/** x = quadrant · π/2 + (high + low), |high| ≤ π/4, the quadrant taken modulo 4. */
interface Reduced extends DoubleDouble {
  readonly quadrant: number
}

function reduceByParts(x: number): Reduced {
  const k = Math.round(x * TWO_OVER_PI)
  let rest: DoubleDouble = { high: x, low: 0 }
  for (const part of HALF_PI_PARTS) {
    const step = exactSum(rest.high, -k * part)
    rest = exactSum(step.high, step.low + rest.low)
  }
  return { quadrant: k & 3, ...rest }
}

/**
 * The same with big integers: x is an integer divided by 2^32, and π/2 is known to more digits than the largest double has.
 */
function reduceByIntegers(x: number): Reduced {
  const size = Math.abs(x)
  const scaled = size < 9007199254740992 ? BigInt(size * 4294967296) : BigInt(size) << 32n
  const dividend = scaled << BigInt(HALF_PI_BITS - 32)
  const halfPi = halfPiScaled()
  const k = (dividend + (halfPi >> 1n)) / halfPi
  const remainder = (dividend - k * halfPi) >> BigInt(HALF_PI_BITS - 200)
  const top = Number(remainder)
  const high = top * powerOfTwo(-200)
  const low = Number(remainder - BigInt(top)) * powerOfTwo(-200)
  const quadrant = Number(k & 3n)
  return x > 0 ? { quadrant, high, low } : { quadrant: (4 - quadrant) & 3, high: -high, low: -low }
}

function reduce(x: number): Reduced {
  if (Math.abs(x) <= 0.7853981633974483) return { quadrant: 0, high: x, low: 0 }
  return Math.abs(x) < LARGEST_BY_PARTS ? reduceByParts(x) : reduceByIntegers(x)
}

/**
 * sin(high + low) for |high| ≤ π/4: the Taylor series to the 17th power (the next term is below 2^−62), plus low · cos
 * high.
 */
function sinReduced({ high, low }: DoubleDouble): number {
  const q = high * high
  let sum = 1 / 355687428096000
  sum = sum * q - 1 / 1307674368000
  sum = sum * q + 1 / 6227020800
  sum = sum * q - 1 / 39916800
  sum = sum * q + 1 / 362880
  sum = sum * q - 1 / 5040
  sum = sum * q + 1 / 120
  sum = sum * q - 1 / 6
  return high + (high * q * sum + low * (1 - q / 2))
}

/** cos(high + low) for |high| ≤ π/4: the Taylor series to the 18th power, minus low · sin high. */
function cosReduced({ high, low }: DoubleDouble): number {
  const q = high * high
  let sum = -1 / 6402373705728000
  sum = sum * q + 1 / 20922789888000
  sum = sum * q - 1 / 87178291200
  sum = sum * q + 1 / 479001600
  sum = sum * q - 1 / 3628800
  sum = sum * q + 1 / 40320
  sum = sum * q - 1 / 720
  sum = sum * q + 1 / 24
  const half = q / 2
  const top = 1 - half
  // What 1 − q/2 lost in rounding is known exactly, and joins the small terms.
  return top + (1 - top - half + (q * q * sum - high * low))
}

/**
 * sin x from additions and multiplications alone, hence the same bits on every machine. Error below 1 unit in the last
 * place at every x.
 * Range: −1 … 1; keeps the sign of zero; NaN at ±Infinity and NaN.
 * Source: W. J. Cody, W. Waite, "Software Manual for the Elementary Functions", 1980, chapter 8 (the reduction).
 */
export function sin(x: number): number {
  if (x === 0) return x
  if (!(Math.abs(x) < Infinity)) return NaN
  const reduced = reduce(x)
  const value = reduced.quadrant & 1 ? cosReduced(reduced) : sinReduced(reduced)
  return reduced.quadrant & 2 ? -value : value
}

/** cos x, as sin x. Range: −1 … 1; NaN at ±Infinity and NaN. */
export function cos(x: number): number {
  if (!(Math.abs(x) < Infinity)) return NaN
  const reduced = reduce(x)
  const value = reduced.quadrant & 1 ? sinReduced(reduced) : cosReduced(reduced)
  return reduced.quadrant === 1 || reduced.quadrant === 2 ? -value : value
}
