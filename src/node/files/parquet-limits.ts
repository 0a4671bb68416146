import type { FileMetaData, PageHeader } from 'hyparquet'
import { AppError, unpackedLimit } from '#core'

/** Cells that a file may have, however small it is. */
const ALWAYS = 8_000_000

/** Cells for each byte beyond that: two cells in a bit, as a column has that is sorted or hardly ever changes. */
const PER_BYTE = 16

/** Characters that each cell may have on average, beyond what the file may unpack to: a dictionary holds one text for many rows. */
const TEXT_PER_CELL = 64

/** A file of which any part can be read. */
export interface PartReader {
  readonly size: number
  part(at: number, length: number): Promise<Uint8Array>
}

/** The content of a file, by what it says of itself. */
interface Content {
  cells: number
  bytes: number
}

/**
 * Requires that the cells and bytes of a Parquet file are within the limits of its size, before any of them is unpacked: first by its
 * metadata, then by the header of each page, which the reader of the file goes by, and by its runs.
 * Throws: data; the library's errors, where a header is damaged.
 */
export async function requireParquetLimits(reader: PartReader, name: string, metadata: FileMetaData, columns: number): Promise<void> {
  const said = { cells: Number(metadata.num_rows) * columns, bytes: 0 }
  const chunks = metadata.row_groups.flatMap((group) => group.columns.flatMap(({ meta_data: chunk }) => chunk ?? []))
  let values = 0
  for (const { num_values: count, total_uncompressed_size: bytes } of chunks) {
    values += Number(count)
    said.bytes += Number(bytes)
  }
  requireBounded(reader, name, { ...said, cells: Math.max(said.cells, values) })
  const [{ parquetHeader }, { pagesOf, requireSoundPage }] = await Promise.all([
    import('hyparquet/src/column.js'),
    import('./parquet-pages')
  ])
  const pages = await pagesOf(metadata)
  const found = { cells: 0, bytes: 0 }
  for (const chunk of chunks) {
    const { dictionary_page_offset: dictionary, data_page_offset: data, total_compressed_size: length } = chunk
    const start = Number(dictionary ?? 0) || Number(data)
    if (!(start >= 0 && Number(length) >= 0 && start + Number(length) <= reader.size))
      throw new Error('it points to bytes it does not have')
    const bytes = await reader.part(start, Number(length))
    const place = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
    const ofChunk = pages(chunk)
    while (place.offset < bytes.length - 1) {
      const header = parquetHeader(place)
      addPage(found, header)
      requireBounded(reader, name, found)
      const end = place.offset + header.compressed_page_size
      found.bytes += requireSoundPage(bytes.subarray(place.offset, end), header, ofChunk)
      requireBounded(reader, name, found)
      place.offset = end
    }
  }
}

/** Adds what a page says that it holds. */
function addPage(found: Content, page: PageHeader): void {
  const { compressed_page_size: packed, uncompressed_page_size: unpacked } = page
  const values = valuesOf(page)
  if (!(packed >= 0 && unpacked >= 0 && values >= 0)) throw new Error('a page has a size below 0')
  found.cells += values
  found.bytes += unpacked
}

function valuesOf({ data_page_header: data, data_page_header_v2: second, dictionary_page_header: dictionary }: PageHeader): number {
  return (data ?? second ?? dictionary)?.num_values ?? 0
}

function requireBounded({ size }: PartReader, name: string, { cells, bytes }: Content): void {
  const limit = ALWAYS + PER_BYTE * size
  const most = unpackedLimit(size)
  if (cells <= limit && bytes <= most) return
  const megabytes = (count: number) => Math.ceil(count / 1e6)
  throw new AppError('data.parquet-too-large', { name, cells, actual: megabytes(bytes), limit, most: megabytes(most) })
}

/** Requires that the cells of a file have no more text together than a file of its size may. Throws: data. */
export function requireText({ size }: PartReader, name: string, { cells, text }: { cells: number; text: number }): void {
  if (text > unpackedLimit(size) + TEXT_PER_CELL * cells)
    throw new AppError('data.rows-too-large', { name, cells, megabytes: Math.floor(text / 1e6) })
}
