/**
 * The bytes that a block of LZ4 unpacks to, from its lengths alone: a decoder that is given less room goes through them all the same, 255
 * for each byte of the block.
 * Source: LZ4 Block Format Description, github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md.
 */
export function lz4Length(block: Uint8Array): number {
  let length = 0
  let at = 0
  /** A length whose first four bits are in the token; 15 of them go on in bytes, the last of which is not 255. */
  const whole = (first: number): number => {
    if (first < 15) return first
    let sum = first
    for (let byte = 255; byte === 255; sum += byte) byte = block[at++] ?? 0
    return sum
  }
  while (at < block.length) {
    const token = block[at++]
    const literals = whole(token >> 4)
    length += literals
    at += literals
    // The last literals are followed by nothing.
    if (at >= block.length) break
    at += 2
    length += whole(token & 15) + 4
  }
  return length
}

/** The bytes in front of each block, as Hadoop writes them: the lengths that it has unpacked and packed. */
const HEAD = 8

/** The same for blocks as Hadoop frames them; null where the bytes are no such blocks. */
export function hadoopLength(packed: Uint8Array): number | null {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  let length = 0
  let at = 0
  while (at + HEAD <= packed.length) {
    const [unpacked, size] = [view.getUint32(at), view.getUint32(at + 4)]
    const block = packed.subarray(at + HEAD, at + HEAD + size)
    if (size === 0 || block.length < size || lz4Length(block) !== unpacked) return null
    length += unpacked
    at += HEAD + size
  }
  return at === packed.length ? length : null
}
