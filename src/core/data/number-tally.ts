/** Counts of numbers in a hash table with open addressing; 0 and −0 are the same. */
export class NumberTally {
  private keys: Float64Array
  private counts: Int32Array
  private taken = 0
  /** 0 has no slot, since it marks an empty one. */
  private zeros = 0

  /** Makes room for some distinct numbers, at most as many as there are numbers; more are made room for as they come. */
  constructor(numbers: number) {
    let slots = 2
    while (slots < Math.min(usualSlots, 2 * numbers + 2)) slots *= 2
    this.keys = new Float64Array(slots)
    this.counts = new Int32Array(slots)
  }

  /** Number of distinct numbers. */
  get size(): number {
    return this.taken + (this.zeros > 0 ? 1 : 0)
  }

  /** Counts the numbers from index `from` up to, but not including, `to`; none may be NaN. */
  add(numbers: Float64Array, from: number, to: number): void {
    const words = new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
    for (let i = from; i < to; i++) {
      const number = numbers[i]
      if (number === 0) {
        this.zeros++
        continue
      }
      const { keys, counts } = this
      const last = keys.length - 1
      let slot = hashOf(words[2 * i], words[2 * i + 1]) & last
      while (keys[slot] !== number && keys[slot] !== 0) slot = (slot + 1) & last
      counts[slot]++
      if (keys[slot] !== 0) continue
      keys[slot] = number
      this.taken++
      if (2 * this.taken > last) this.grow()
    }
  }

  /** Removes all numbers. */
  clear(): void {
    this.keys.fill(0)
    this.counts.fill(0)
    this.taken = 0
    this.zeros = 0
  }

  /** Visits every number with its count, in no particular order. */
  forEach(visit: (number: number, count: number) => void): void {
    if (this.zeros > 0) visit(0, this.zeros)
    for (let slot = 0; slot < this.keys.length; slot++) if (this.keys[slot] !== 0) visit(this.keys[slot], this.counts[slot])
  }

  private grow(): void {
    const { keys, counts } = this
    this.keys = new Float64Array(2 * keys.length)
    this.counts = new Int32Array(2 * counts.length)
    const words = new Int32Array(keys.buffer)
    const last = this.keys.length - 1
    for (let from = 0; from < keys.length; from++) {
      if (keys[from] === 0) continue
      let slot = hashOf(words[2 * from], words[2 * from + 1]) & last
      while (this.keys[slot] !== 0) slot = (slot + 1) & last
      this.keys[slot] = keys[from]
      this.counts[slot] = counts[from]
    }
  }
}

/** Slots of a table to begin with; a short column, of which a table may have thousands, gets as many as it needs. */
const usualSlots = 1024

/** Hashes a number from the two halves of its bits. Source: the 32-bit finaliser of MurmurHash3, A. Appleby, 2011 (public domain). */
export function hashOf(low: number, high: number): number {
  let h = low ^ Math.imul(high, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
