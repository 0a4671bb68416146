import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AppError, unpackedLimit } from '#core'

/** A compressed table may hold at most so much, in bytes, however large it is. */
const most = 20e9

/** Whether a file is compressed with gzip, by its first bytes. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * The name of the file that was compressed, where the beginning of the compressed one tells it; otherwise empty.
 * Source: RFC 1952, section 2.3.
 */
export function gzipName(head: Uint8Array): string {
  const hasName = (head[3] & 8) !== 0
  const hasExtra = (head[3] & 4) !== 0
  const start = hasExtra ? 12 + head[10] + 256 * head[11] : 10
  const end = head.indexOf(0, start)
  if (!hasName || end < 0) return ''
  return Array.from(head.subarray(start, end), (byte) => String.fromCharCode(byte)).join('')
}

/**
 * Returns the size a compressed file states for its content in its last four bytes, in bytes; nothing where that is less than what it has
 * itself, or more than one of its size may hold. A file of 4 GB or more says too little.
 * Source: RFC 1952, section 2.3.1.
 */
export function gzipLength(tail: Uint8Array, size: number): number | undefined {
  if (tail.length !== 4) return undefined
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true)
  return length >= size && length <= gunzipLimit(size) ? length : undefined
}

/** The bytes of a compressed table that are unpacked at once: enough to be fast, few enough to see early what it unpacks to. */
const step = 64 * 1024

/** The bytes that so many bytes of a compressed table may hold; whatever holds more was rather made to fill a computer. */
export function gunzipLimit(size: number): number {
  return Math.min(most, unpackedLimit(size))
}

/**
 * Unpacks the pieces of a compressed file, piece by piece; only so much of it is unpacked as is asked for.
 * Throws: data, when it holds more than the limit of what was read of it so far; zlib's errors, when it is damaged.
 */
export async function* gunzip(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: 1024 * 1024 })
  let read = 0
  const steps = async function* () {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += step) {
        // A copy, which stays valid.
        const part = piece.slice(at, at + step)
        read += part.length
        yield part
      }
    }
  }
  // Errors arrive where the unpacked pieces are waited for.
  pipeline(Readable.from(steps(), { objectMode: false }), gunzip, () => undefined)
  let length = 0
  for await (const piece of gunzip) {
    length += piece.length
    const limit = gunzipLimit(read)
    if (length > limit) throw new AppError('data.gzip-too-large', { name, limit: Math.round(limit / 1e6) })
    yield piece
  }
}
