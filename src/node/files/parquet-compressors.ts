import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'
import { hadoopLength, lz4Length } from './lz4-length'

/** Unpacks a page to so many bytes at most. */
type Unpack = (packed: Uint8Array, size: number) => Uint8Array

/**
 * The ways in which pages of Parquet files are packed. Those of the library that would unpack all there is, a gigabyte out of some
 * kilobytes for minutes, are replaced by others that stop at the size that the header of the page gives.
 */
export async function parquetCompressors(): Promise<Compressors> {
  // Loaded when they are needed first: most files are text.
  const [{ compressors, decompressLz4, decompressLz4Raw }, { Decompress }] = await Promise.all([
    import('hyparquet-compressors'),
    import('fzstd')
  ])
  const unzstd: Unpack = (packed, size) => {
    const page = new Uint8Array(size)
    let length = 0
    const stream = new Decompress((chunk) => {
      if (length + chunk.length > size) throw tooLarge()
      page.set(chunk, length)
      length += chunk.length
    })
    for (let at = 0; at < packed.length; at += PIECE) stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    return page.subarray(0, length)
  }
  const LZ4_RAW: Unpack = (packed, size) => {
    if (lz4Length(packed) > size) throw tooLarge()
    return decompressLz4Raw(packed, size)
  }
  const LZ4: Unpack = (packed, size) => {
    const length = hadoopLength(packed)
    if (length === null) return LZ4_RAW(packed, size)
    if (length > size) throw tooLarge()
    return decompressLz4(packed, size)
  }
  return { ...compressors, GZIP: byNode(gunzipSync), BROTLI: byNode(brotliDecompressSync), ZSTD: unzstd, LZ4, LZ4_RAW }
}

/** Packed bytes that are unpacked at once; a block of Zstandard, which unpacks to 128 KB at most, begins and ends anywhere. */
const PIECE = 16_384

function byNode(unpack: (packed: Uint8Array, options: { maxOutputLength: number }) => Uint8Array): Unpack {
  return (packed, size) => {
    try {
      // One byte is the least that Node takes.
      return unpack(packed, { maxOutputLength: Math.max(1, size) })
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? tooLarge()
        : new Error((error as Error).message, { cause: error })
    }
  }
}

function tooLarge(): Error {
  return new Error('a page unpacks to more than its header says')
}
