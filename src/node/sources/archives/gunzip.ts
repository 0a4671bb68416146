import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AppError, UnpackedAllowance, unpackedLimit } from '#core'
import { withinAllowance } from './within-allowance'

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
function gunzipLimit(size: number): number {
  return Math.min(most, unpackedLimit(size))
}

/** Zeros that may follow the content, as on tapes, in bytes. */
const mostPadding = 1024 * 1024

/**
 * Unpacks the pieces of a compressed file, piece by piece; only so much of it is unpacked as is asked for. All pieces are read to the end.
 * Throws: data, when it holds more than what was read of it so far allows for, or something else behind the content; zlib's errors, when it is
 * damaged.
 */
export async function* gunzip(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: 1024 * 1024 })
  const allowance = new UnpackedAllowance()
  const iterator = pieces[Symbol.asyncIterator]()
  let piece: Uint8Array = new Uint8Array(0)
  let before = 0
  const nextPiece = async () => {
    const next = await iterator.next()
    if (next.done) return false
    before += piece.length
    piece = next.value
    return true
  }
  const steps = async function* () {
    while (await nextPiece()) {
      for (let at = 0; at < piece.length; at += step) {
        // A copy, which stays valid.
        const part = piece.slice(at, at + step)
        allowance.add(part.length)
        yield part
      }
    }
  }
  // Errors arrive where the unpacked pieces are waited for.
  pipeline(Readable.from(steps(), { objectMode: false }), gunzip, () => undefined)
  try {
    let length = 0
    for await (const unpacked of withinAllowance(gunzip, allowance, name)) {
      length += unpacked.length
      if (length > most) throw new AppError('data.gzip-too-large', { name, limit: most / 1e6 })
      yield unpacked
    }
    // Behind its last content zlib looks at nothing.
    let rest = piece.subarray(Math.max(0, gunzip.bytesWritten - before))
    for (let padding = rest.length; ; padding += rest.length) {
      if (padding > mostPadding || rest.some((byte) => byte !== 0)) throw new AppError('data.gzip-followed', { name })
      if (!(await nextPiece())) return
      rest = piece
    }
  } finally {
    await iterator.return?.()
  }
}
