import { parquetSchema, type ColumnMetaData, type Compressors, type FileMetaData, type PageHeader } from 'hyparquet'
import { decompressPage } from 'hyparquet/src/datapage.js'
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js'
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js'
import { readVarInt } from 'hyparquet/src/thrift.js'
import { parquetCompressors } from './parquet-compressors'

/** Where something is read in the unpacked bytes of a page. */
interface Place {
  readonly view: DataView
  offset: number
}

/** A chunk, which holds some values of one column, with all that its pages have in common. */
interface PagesOfChunk {
  readonly chunk: ColumnMetaData
  /** The most that a level of repetition and one of definition can be. */
  readonly mostRepeated: number
  readonly mostDefined: number
  readonly compressors: Compressors
}

/** Returns what tells of a chunk of the file what its pages have in common. */
export async function pagesOf(metadata: FileMetaData): Promise<(chunk: ColumnMetaData) => PagesOfChunk> {
  const tree = parquetSchema(metadata)
  const columns = new Map(tree.children.map((child) => [child.element.name, child]))
  const compressors = await parquetCompressors()
  return (chunk) => {
    const [first, ...rest] = chunk.path_in_schema
    const column = columns.get(first)
    if (!column) throw new Error(`it has no column ${first}`)
    const path = [tree, ...getTreePath(column, rest)]
    return { chunk, mostRepeated: getMaxRepetitionLevel(path), mostDefined: getMaxDefinitionLevel(path), compressors }
  }
}

/**
 * Requires of a page what the library takes for granted: that no run of equal values is longer than the page has values, and that its
 * header has no size below 0. A few bytes can say otherwise, and would be unpacked until the memory is full.
 * Returns the bytes of values of which each begins like the one before, which the page does not hold; 0 for other pages.
 * Throws: Error, about the page; the library's, where it is damaged.
 */
export function requireSoundPage(packed: Uint8Array, header: PageHeader, pages: PagesOfChunk): number {
  const { data_page_header: first, data_page_header_v2: second, uncompressed_page_size: size } = header
  if (second) return requireSecond(packed, second, size, pages)
  if (!first) return 0
  const { chunk, mostRepeated, mostDefined, compressors } = pages
  const place = placeIn(decompressPage(packed, size, chunk.codec, compressors))
  for (const most of [mostRepeated, mostDefined]) if (most > 0) requireRuns(place, widthOf(most), first.num_values, lengthIn(place))
  if (first.encoding === 'RLE') requireRuns(place, 1, first.num_values, lengthIn(place))
  return requireValues(place, first.encoding, first.num_values)
}

/** The same for a page of the second version, whose levels are not packed. */
function requireSecond(
  packed: Uint8Array,
  page: NonNullable<PageHeader['data_page_header_v2']>,
  size: number,
  pages: PagesOfChunk
): number {
  const { chunk, mostRepeated, mostDefined, compressors } = pages
  const { num_values: values, num_nulls: nulls, num_rows: rows } = page
  const { repetition_levels_byte_length: repeated, definition_levels_byte_length: defined } = page
  const levels = repeated + defined
  if (![nulls, values - nulls, rows, repeated, defined, packed.length - levels].every((count) => count >= 0))
    throw new Error('a page has a size below 0')
  const place = placeIn(packed)
  if (mostRepeated > 0) requireRuns(place, widthOf(mostRepeated), values, repeated)
  place.offset = repeated
  if (mostDefined > 0) requireRuns(place, widthOf(mostDefined), values, defined)
  const rest = packed.subarray(levels)
  const content = placeIn(page.is_compressed === false ? rest : decompressPage(rest, size - levels, chunk.codec, compressors))
  if (page.encoding === 'RLE') requireRuns(content, 1, values, lengthIn(content))
  return requireValues(content, page.encoding, values)
}

function requireValues(place: Place, encoding: string, values: number): number {
  if (encoding === 'DELTA_BYTE_ARRAY') return continuedBytes(place, values)
  if (encoding.endsWith('_DICTIONARY') && place.offset < place.view.byteLength) {
    const width = place.view.getUint8(place.offset++)
    requireRuns(place, width, values, place.view.byteLength - place.offset)
  }
  return 0
}

/** Requires that the runs in so many bytes, of numbers with so many bits, stand for no more values than there are; and goes on behind them. */
function requireRuns(place: Place, width: number, values: number, length: number): void {
  const end = place.offset + length
  let left = values
  while (left > 0 && place.offset < end) {
    const header = readVarInt(place)
    const count = header >>> 1
    const isPacked = (header & 1) === 1
    place.offset += isPacked ? count * width : Math.ceil(width / 8)
    // Packed ones come in eights; what is beyond the last value is nothing.
    if (isPacked ? width === 0 && 8 * count > left + 7 : count > left) throw new Error('a run is longer than its page')
    left -= isPacked ? 8 * count : count
  }
  place.offset = end
}

/** The bytes that values take of which each begins like the one before: those they share, which the page holds once. */
function continuedBytes(place: Place, values: number): number {
  const { view, offset } = place
  const head = { view, offset }
  // The size of a block and of its parts; then the number of values, fewer where some are missing.
  for (let i = 0; i < 2; i++) readVarInt(head)
  const shared = new Int32Array(Math.max(0, Math.min(values, readVarInt(head))))
  deltaBinaryUnpack(place, shared.length, shared)
  return shared.reduce((sum, bytes) => sum + Math.max(0, bytes), 0)
}

function placeIn(bytes: Uint8Array): Place {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
}

/** The length that stands in front of some runs. */
function lengthIn(place: Place): number {
  const length = place.view.getUint32(place.offset, true)
  place.offset += 4
  return length
}

/** The bits of a level that is at most so large. */
function widthOf(most: number): number {
  return 32 - Math.clz32(most)
}
