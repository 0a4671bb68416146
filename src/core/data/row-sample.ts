import { createRandom, type Random } from '../random/random'

/** A sample of a file's rows: the first ones, or as many drawn at random. */
export interface RowSample {
  readonly rows: number
  readonly how: 'first' | 'random'
  /** Seed of the draw; 0 unless given. */
  readonly seed?: number
}

/**
 * Decides row by row which ones are kept, with equal probability for each, whatever the number of rows.
 * Source: J. S. Vitter, Random sampling with a reservoir, 1985, algorithm R.
 */
export class RowSampler {
  private readonly random: Random
  private seen = 0

  constructor(private readonly sample: RowSample | undefined) {
    this.random = createRandom(sample?.seed ?? 0)
  }

  /** Number of rows offered. */
  get offered(): number {
    return this.seen
  }

  /** Whether no further row will be kept. */
  get isFull(): boolean {
    return this.sample?.how === 'first' && this.seen >= this.sample.rows
  }

  /** Returns the index at which the next row is stored, possibly replacing another; −1 when it is not kept. */
  next(): number {
    const row = this.seen++
    if (this.sample === undefined || row < this.sample.rows) return row
    if (this.sample.how === 'first') return -1
    const place = this.random.below(row + 1)
    return place < this.sample.rows ? place : -1
  }
}
