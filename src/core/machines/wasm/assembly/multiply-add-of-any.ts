/** The upper word of a sum, a shift or a product of 128 bits whose lower word is the result. */
let upper: u64 = 0

/** x · y. */
function product(x: u64, y: u64): u64 {
  const MASK: u64 = 0xffffffff
  const low = (x & MASK) * (y & MASK)
  const first = (x & MASK) * (y >> 32)
  const second = (x >> 32) * (y & MASK)
  const middle = (low >> 32) + (first & MASK) + (second & MASK)
  upper = (x >> 32) * (y >> 32) + (first >> 32) + (second >> 32) + (middle >> 32)
  return (middle << 32) | (low & MASK)
}

/** high:low shifted right; its last bit is 1 where anything but zeros was shifted out. */
function shiftedRight(high: u64, low: u64, by: i32): u64 {
  if (by == 0) {
    upper = high
    return low
  }
  if (by < 64) {
    upper = high >> by
    return (high << (64 - by)) | (low >> by) | u64((low << (64 - by)) != 0)
  }
  upper = 0
  if (by == 64) return high | u64(low != 0)
  if (by < 128) return (high >> (by - 64)) | u64((high << (128 - by)) != 0 || low != 0)
  return u64((high | low) != 0)
}

/** The mantissa of a finite number other than 0, with its first bit at 2⁶³. */
function mantissa(x: f64): u64 {
  const bits = reinterpret<u64>(x) & 0x7fffffffffffffff
  const fraction = bits & 0x000fffffffffffff
  return bits == fraction ? bits << clz(bits) : (fraction | 0x0010000000000000) << 11
}

/** The exponent of that mantissa's last place. */
function exponent(x: f64): i32 {
  const bits = reinterpret<u64>(x) & 0x7fffffffffffffff
  const biased = <i32>(bits >> 52)
  return biased == 0 ? -1074 - <i32>clz(bits) : biased - 1086
}

/** The number ± mantissa · 2^last, rounded once; the mantissa has its first bit at 2⁶³. */
function rounded(mantissa: u64, last: i32, isNegative: bool): f64 {
  const biased = last + 1086
  const dropped = biased > 0 ? 11 : 12 - biased
  let bits: u64 = 0
  if (biased > 2046) bits = 0x7ff0000000000000
  else if (dropped <= 64) {
    const kept: u64 = dropped == 64 ? 0 : mantissa >> dropped
    const rest = mantissa << (64 - dropped)
    const half: u64 = 0x8000000000000000
    // A carry makes the exponent one more, as it should.
    bits = (biased > 0 ? <u64>(biased - 1) << 52 : 0) + kept + u64(rest > half || (rest == half && (kept & 1) == 1))
  }
  return reinterpret<f64>(bits | (isNegative ? 0x8000000000000000 : 0))
}

/** a · b + c of any numbers, rounded once, in whole numbers of 128 bits. */
export function multiplyAddOfAny(a: f64, b: f64, c: f64): f64 {
  if (a == 0 || b == 0 || !isFinite(a) || !isFinite(b)) return a * b + c
  if (c == 0) return a * b
  if (!isFinite(c)) return c
  // One bit is left free above either for the carry of their sum.
  let low = product(mantissa(a), mantissa(b) >> 1)
  let high = upper
  let last = exponent(a) + exponent(b) + 1
  let cHigh = mantissa(c) >> 1
  let cLow: u64 = 0
  const ahead = exponent(c) + 1 - 64 - last
  if (ahead > 0) {
    low = shiftedRight(high, low, ahead)
    high = upper
    last += ahead
  } else {
    cLow = shiftedRight(cHigh, 0, -ahead)
    cHigh = upper
  }
  let isNegative = (reinterpret<i64>(a) ^ reinterpret<i64>(b)) < 0
  if (isNegative == reinterpret<i64>(c) < 0) {
    low += cLow
    high += cHigh + u64(low < cLow)
  } else {
    if (high < cHigh || (high == cHigh && low < cLow)) {
      isNegative = !isNegative
      let other = high
      high = cHigh
      cHigh = other
      other = low
      low = cLow
      cLow = other
    }
    high -= cHigh + u64(low < cLow)
    low -= cLow
    if ((high | low) == 0) return 0
  }
  if (high == 0) {
    high = low
    low = 0
    last -= 64
  }
  const free = <i32>clz(high)
  if (free > 0) {
    high = (high << free) | (low >> (64 - free))
    low <<= free
  }
  return rounded(high | u64(low != 0), last - free + 64, isNegative)
}
