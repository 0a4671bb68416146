import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { AppError, UnpackedAllowance, unpackedLimit, type PackedEntry } from '#core'
import { withinAllowance } from './within-allowance'

/** Bytes of a packed file that are unpacked at once, and of a stored one that are passed on. */
const STEP = 64 * 1024

/** Unpacked bytes that are passed on at once. */
const PIECE = 256 * 1024

/**
 * Unpacks a file of an archive, piece by piece; only so much of it is unpacked as is asked for.
 * Throws: format, where the file is longer or shorter than announced, or damaged; data, where it holds more than its size allows for.
 */
export async function* unpackEntry({ name, size, checksum, isDeflated, packed }: PackedEntry): AsyncGenerator<Uint8Array, void> {
  const limit = unpackedLimit(packed.length)
  if (size > limit) throw new AppError('format.too-large', { what: name, actual: size, limit })
  let length = 0
  let sum = 0
  for await (const piece of isDeflated ? inflated(packed, name) : parts(packed)) {
    length += piece.length
    if (length > size) break
    sum = crc32(piece, sum)
    yield piece
  }
  if (length !== size) throw new AppError('format.size', { what: name, expected: size, actual: length })
  if (sum !== checksum) throw new AppError('format.checksum', { name })
}

/** Unpacks a small file whole. Throws: as unpackEntry; format, where it is over `limit` bytes. */
export async function unpackWhole(entry: PackedEntry, limit: number): Promise<Uint8Array> {
  if (entry.size > limit) throw new AppError('format.too-large', { what: entry.name, actual: entry.size, limit })
  const pieces: Uint8Array[] = []
  for await (const piece of unpackEntry(entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* inflated(packed: Uint8Array, name: string): AsyncGenerator<Uint8Array, void> {
  const inflate = createInflateRaw({ chunkSize: PIECE })
  const allowance = new UnpackedAllowance()
  const allowed = function* () {
    for (const part of parts(packed)) {
      allowance.add(part.length)
      yield part
    }
  }
  // Errors arrive where the unpacked pieces are waited for.
  pipeline(Readable.from(allowed(), { objectMode: false }), inflate, () => undefined)
  try {
    yield* withinAllowance(inflate, allowance, name)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('format.checksum', { name })
  }
}

function* parts(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += STEP) yield bytes.subarray(at, at + STEP)
}
