import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parquetCompressors } from '../../../src/node/files/parquet-compressors'

const content = new TextEncoder().encode('0,1,2,'.repeat(50))

describe.each([
  ['GZIP', gzipSync],
  ['BROTLI', brotliCompressSync]
] as const)('a page packed with %s', (codec, pack) => {
  it('is unpacked', async () => {
    const unpack = (await parquetCompressors())[codec]
    expect(Buffer.compare(unpack?.(pack(content), content.length) ?? new Uint8Array(), content)).toBe(0)
  })

  it('is refused where it holds more than its header says', async () => {
    const unpack = (await parquetCompressors())[codec]
    expect(() => unpack?.(pack(Buffer.alloc(5_000_000)), 1000)).toThrow('a page unpacks to more than its header says')
  })
})

it('a page packed with Zstandard that holds more than its header says is refused as well', async () => {
  const { ZSTD: unpack } = await parquetCompressors()
  // A frame of 1 MB: magic number, window of 1 MB, then eight blocks of 128 KB, each one byte repeated.
  const blocks = Array.from({ length: 8 }, (_, b) => [(b === 7 ? 1 : 0) | 2, 0x00, 0x10, 7]).flat()
  const packed = Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50, ...blocks])
  const page = unpack?.(packed, 1024 * 1024)
  expect([page?.length, page?.every((byte) => byte === 7)]).toEqual([1024 * 1024, true])
  expect(() => unpack?.(packed, 1000)).toThrow('a page unpacks to more than its header says')
})

it('a page packed with LZ4 that holds more than its header says is refused as well', async () => {
  const { LZ4, LZ4_RAW } = await parquetCompressors()
  const text = Array.from('abcabcabcabc', (letter) => letter.charCodeAt(0))
  const block = [0x34, 97, 98, 99, 3, 0, 0x10, 99]
  expect([...(LZ4_RAW?.(Uint8Array.from(block), 12) ?? [])]).toEqual(text)
  expect([...(LZ4?.(Uint8Array.from(block), 12) ?? [])]).toEqual(text)
  expect([...(LZ4?.(Uint8Array.from([0, 0, 0, 12, 0, 0, 0, block.length, ...block]), 12) ?? [])]).toEqual(text)
  const bomb = new Uint8Array(50_000_000).fill(255)
  bomb.set([0x1f, 1, 1, 0])
  for (const unpack of [LZ4, LZ4_RAW]) expect(() => unpack?.(bomb, 1000)).toThrow('a page unpacks to more than its header says')
})
