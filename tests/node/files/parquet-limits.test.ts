import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, type FileMetaData } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { requireParquetLimits, requireText } from '../../../src/node/files/parquet-limits'

const file = new Uint8Array(readFileSync(join(import.meta.dirname, 'people-snappy.parquet')))
const metadata = parquetMetadata(file.buffer as ArrayBuffer)
const readerOf = (bytes: Uint8Array) => ({ size: bytes.length, part: async (at: number, length: number) => bytes.slice(at, at + length) })

/** A number as Thrift's compact protocol writes it: zigzag, seven bits a byte. */
function varint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = 2 * value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest < 128 ? rest : (rest % 128) + 128)
    if (rest < 128) return bytes
  }
}

/** The header of a data page without content: its type, unpacked size, packed size, and the number of its values. */
const page = (unpacked: number, values: number) =>
  Uint8Array.from([0x15, 0, 0x15, ...varint(unpacked), 0x15, 0, 0x2c, 0x15, ...varint(values), 0, 0, 0])

/** The metadata of a file whose one column has such pages. */
function withPages(bytes: Uint8Array): FileMetaData {
  const [group] = metadata.row_groups
  const [{ meta_data: chunk }] = group.columns
  const column = { ...chunk, dictionary_page_offset: undefined, data_page_offset: 0n, total_compressed_size: BigInt(bytes.length) }
  return { ...metadata, row_groups: [{ ...group, columns: [{ ...group.columns[0], meta_data: column }] }] } as FileMetaData
}

describe('a Parquet file', () => {
  it('has what its metadata and its pages say', async () => {
    await expect(requireParquetLimits(readerOf(file), 'a', metadata, 6)).resolves.toBeUndefined()
    const bytes = page(1000, 7_000_000)
    // Within the limits, it is unpacked next, and has nothing.
    await expect(requireParquetLimits(readerOf(bytes), 'a', withPages(bytes), 1)).rejects.toThrow('invalid snappy length header')
  })

  it('is refused where its metadata say that it holds more than one of its size may', async () => {
    const [group] = metadata.row_groups
    const claims = [
      { ...metadata, num_rows: 2_000_000n },
      {
        ...metadata,
        row_groups: [
          {
            ...group,
            columns: group.columns.map((one) => ({ ...one, meta_data: { ...one.meta_data, total_uncompressed_size: 10n ** 8n } }))
          }
        ]
      }
    ]
    for (const claim of claims) {
      await expect(requireParquetLimits(readerOf(file), 'a.parquet', claim as FileMetaData, 6)).rejects.toMatchObject({
        code: 'data.parquet-too-large',
        details: { name: 'a.parquet' }
      })
    }
  })

  it.each([
    ['values', page(0, 2 ** 31 - 1)],
    ['bytes', page(2 ** 31 - 1, 1)]
  ])('is refused where a page says that it holds too many %s, though the metadata do not', async (_, bytes) => {
    await expect(requireParquetLimits(readerOf(bytes), 'a', withPages(bytes), 1)).rejects.toMatchObject({ code: 'data.parquet-too-large' })
  })

  it('is damaged where it points to bytes that it does not have', async () => {
    const bytes = page(1, 1)
    await expect(requireParquetLimits(readerOf(bytes.subarray(1)), 'a', withPages(bytes), 1)).rejects.toThrow('bytes it does not have')
  })
})

describe('the text of a Parquet file', () => {
  const [size, cells] = [1000, 8_000_000]
  const most = 64 * 1024 * 1024 + 100 * size + 64 * cells

  it('may be what a file of its size unpacks to, and 64 characters for each cell', () => {
    expect(() => requireText({ ...readerOf(file), size }, 'a', { cells, text: most })).not.toThrow()
    expect(() => requireText({ ...readerOf(file), size }, 'a', { cells, text: most + 1 })).toThrow('is small but makes a table')
  })
})
