/** Bytes that a compressed file may unpack to, however small it is: 16 million weights, a table of a million rows. */
const ALWAYS = 64 * 1024 * 1024

/**
 * The multiple of its own size that a file may unpack to beyond that. DEFLATE packs at most 1032 to 1, which only one piece repeated comes
 * to. Measured: weights 1 to 2, those of a network that is pruned to a hundredth 60; tables 2 to 20. Only a table with hundreds of columns
 * of almost nothing but zeros comes to 400, of which 100 MB packed to a quarter of a megabyte would be refused: it takes gigabytes of
 * memory for each megabyte, and can be unpacked first.
 */
const RATIO = 100

/** Returns the bytes that a compressed file of a size may unpack to: more were rather made to fill a computer. */
export function unpackedLimit(packedBytes: number): number {
  return ALWAYS + RATIO * packedBytes
}

/** The bytes beyond the ratio by which what was unpacked of a file has to be ahead for the file to be in doubt. */
const IN_DOUBT = 8 * 1024 * 1024

/**
 * The bytes that a compressed file may yet unpack to, kept while it is read. Each packed byte allows for so many unpacked ones, and nothing
 * is saved up beyond what a file may always unpack to: what honest content comes first does not make room for a bomb behind it.
 */
export class UnpackedAllowance {
  private left = ALWAYS

  /** Whether the content is such as honest files have, so far. */
  get isAmple(): boolean {
    return this.left >= ALWAYS - IN_DOUBT
  }

  /** Allows for the content of so many more packed bytes. */
  add(packedBytes: number): void {
    this.left = Math.min(ALWAYS, this.left + RATIO * packedBytes)
  }

  /** Takes off what was unpacked; returns whether it was within the allowance. */
  take(unpackedBytes: number): boolean {
    this.left -= unpackedBytes
    return this.left >= 0
  }
}
