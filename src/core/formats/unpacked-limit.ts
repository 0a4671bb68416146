/** Bytes that a compressed file may unpack to, however small it is: 16 million weights, a table of a million rows. */
const ALWAYS = 64 * 1024 * 1024

/**
 * The multiple of its own size that a file may unpack to beyond that. DEFLATE packs at most 1032 to 1, which only one piece repeated comes to.
 * Measured: weights 1 to 2, those of a network that is pruned to a hundredth 60; tables 2 to 20, of a one-hot encoded text with a thousand
 * categories 420.
 */
const ratios = { weights: 100, table: 500 } as const

/** Returns the bytes that a compressed file of a size may unpack to: more were rather made to fill a computer. */
export function unpackedLimit(kind: keyof typeof ratios, packedBytes: number): number {
  return ALWAYS + ratios[kind] * packedBytes
}
