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
