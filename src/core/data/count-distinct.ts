/** How many different finite numbers there are, 0 and −0 being the same: by open addressing, in twice their memory. */
export function countDistinctNumbers(values: Float64Array): number {
  let size = 16
  while (size < 2 * values.length) size *= 2
  const slots = new Float64Array(size)
  const bits = new Uint32Array(2)
  const number = new Float64Array(bits.buffer)
  let count = 0
  let hasZero = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    // An empty slot is 0, so that number is counted apart.
    if (value === 0) {
      hasZero = 1
      continue
    }
    number[0] = value
    let slot = hash(bits[0], bits[1]) & (size - 1)
    while (slots[slot] !== 0 && slots[slot] !== value) slot = (slot + 1) & (size - 1)
    if (slots[slot] === 0) {
      slots[slot] = value
      count++
    }
  }
  return count + hasZero
}

/** Source: the 32-bit finaliser of MurmurHash3, A. Appleby, 2011 (public domain). */
function hash(low: number, high: number): number {
  let h = low ^ Math.imul(high, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
