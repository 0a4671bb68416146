/**
 * Access to the parts of an IEEE 754 double, independent of the machine's byte order.
 * x = (-1)^sign · 1.fraction · 2^(exponent − 1023)
 */
const view = new DataView(new ArrayBuffer(8))

/** 2^k for k = −1074 … 1023, by doubling: every entry is exact. */
const powers = new Float64Array(1074 + 1024)
for (let index = 0, power = 5e-324; index < powers.length; index++, power *= 2) powers[index] = power

/** 2^k, exact, for whole k from −1074 to 1023. */
export function powerOfTwo(k: number): number {
  return powers[k + 1074]
}

/** A positive finite number as m · 2^exponent with m in [√½, √2); `m` comes back, the exponent is in `lastExponent()`. */
export function splitMantissa(x: number): number {
  let scaled = x
  exponent = 0
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984
    exponent = -54
  }
  view.setFloat64(0, scaled)
  const high = view.getUint32(0)
  exponent += (high >>> 20) - 1023
  view.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  const mantissa = view.getFloat64(0)
  if (mantissa < Math.SQRT2) return mantissa
  exponent += 1
  return mantissa / 2
}

let exponent = 0

/** The exponent found by the last `splitMantissa`. */
export function lastExponent(): number {
  return exponent
}
