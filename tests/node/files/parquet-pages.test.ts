import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, type ColumnMetaData, type FileMetaData, type PageHeader } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { pagesOf, requireSoundPage } from '../../../src/node/files/parquet-pages'

const metadata = parquetMetadata(new Uint8Array(readFileSync(join(import.meta.dirname, 'people-snappy.parquet'))).buffer)
const [{ columns }] = metadata.row_groups

/** A chunk of the file's first column, whose values may be missing, as if its pages were not packed. */
const chunk = { ...columns[0].meta_data, codec: 'UNCOMPRESSED' } as ColumnMetaData

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))])
/** So many equal numbers of up to eight bits. */
const run = (count: number, value: number) => [...varint(2 * count), value]
const VALUES = 40

/** Requires a page of the first version, with levels and values, to be sound. */
async function first(levels: number[], values: number[], encoding = 'PLAIN', of: FileMetaData = metadata): Promise<number> {
  const bytes = Uint8Array.from([levels.length, 0, 0, 0, ...levels, ...values])
  const header = { type: 'DATA_PAGE', uncompressed_page_size: bytes.length, compressed_page_size: bytes.length }
  const page = { ...header, data_page_header: { num_values: VALUES, encoding } } as PageHeader
  return requireSoundPage(bytes, page, (await pagesOf(of))(chunk))
}

/** The same of the second version. */
async function second(levels: number[], values: number[], changes: object = {}): Promise<number> {
  const bytes = Uint8Array.from([...levels, ...values])
  const lengths = { definition_levels_byte_length: levels.length, repetition_levels_byte_length: 0 }
  const counts = { num_values: VALUES, num_nulls: 0, num_rows: VALUES }
  const data_page_header_v2 = { ...counts, ...lengths, encoding: 'RLE_DICTIONARY', ...changes }
  const header = { type: 'DATA_PAGE_V2', uncompressed_page_size: bytes.length, compressed_page_size: bytes.length, data_page_header_v2 }
  return requireSoundPage(bytes, header as unknown as PageHeader, (await pagesOf(metadata))(chunk))
}

const TOO_LONG = 'a run is longer than its page'

describe('a page of a Parquet file', () => {
  it('has as many levels and references to the dictionary as values', async () => {
    await expect(first(run(VALUES, 1), [])).resolves.toBe(0)
    await expect(first([...run(8, 1), ...varint(2 * 4 + 1), 255, 255, 255, 255], [3, ...run(VALUES, 5)], 'RLE_DICTIONARY')).resolves.toBe(0)
    await expect(second(run(VALUES, 1), [3, ...run(VALUES, 5)])).resolves.toBe(0)
  })

  it('is refused where a run is longer, before it is unpacked', async () => {
    await expect(first(run(2 ** 30, 1), [])).rejects.toThrow(TOO_LONG)
    await expect(first(run(VALUES + 1, 1), [])).rejects.toThrow(TOO_LONG)
    await expect(first(run(VALUES, 1), [3, ...run(2 ** 30, 5)], 'PLAIN_DICTIONARY')).rejects.toThrow(TOO_LONG)
    await expect(second(run(2 ** 30, 1), [])).rejects.toThrow(TOO_LONG)
    await expect(second(run(VALUES, 1), [3, ...run(2 ** 30, 5)])).rejects.toThrow(TOO_LONG)
    // No bit a number: a run of eights without a byte.
    await expect(second(run(VALUES, 1), [0, ...varint(2 ** 29 + 1)])).rejects.toThrow(TOO_LONG)
  })

  it.each([{ num_nulls: -(2 ** 30) }, { num_nulls: VALUES + 1 }, { num_rows: -1 }, { definition_levels_byte_length: 1000 }])(
    'is refused where its header has %o',
    async (changes) => {
      await expect(second(run(VALUES, 1), [3, ...run(VALUES, 5)], changes)).rejects.toThrow('a page has a size below 0')
    }
  )

  it('says how many bytes its values share with those before them', async () => {
    // Blocks of 128 in four parts, the number of values, the first, and then each 1,000 more than the one before it.
    const growing = [...varint(128), ...varint(4), ...varint(VALUES), 0, ...varint(2000), 0, 0, 0, 0]
    await expect(first(run(VALUES, 1), growing, 'DELTA_BYTE_ARRAY')).resolves.toBe((1000 * VALUES * (VALUES - 1)) / 2)
  })
})
