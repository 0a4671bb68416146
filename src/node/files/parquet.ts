import {
  createColumn,
  AppError,
  notesOnColumn,
  RowSampler,
  type Column,
  type Note,
  type ReadOptions,
  type RowSample,
  type Table
} from '#core'
import { parquetCompressors } from './parquet-compressors'
import { requireParquetLimits, requireText, type PartReader } from './parquet-limits'
import { systemCode } from './system-errors'
import { requireMemory, availableMemory } from './require-memory'

export interface ParquetOptions extends ReadOptions {
  readonly sample?: RowSample
}

/** The bytes a number takes in a table: its value, and its notation. */
const bytesPerNumber = 10

/** The bytes that a cell takes on the heap while its column is read: the value, its text, and a reference to each. */
const heapPerCell = 48

/** Whether a file is one of Parquet's, by its first bytes. */
export function isParquet(head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(0, 4)) === 'PAR1'
}

/**
 * Reads a table from a Parquet file, column by column; after each one `onColumn` is told which part is done. Rows are
 * numbered from 1, as there are no lines; nested values become JSON.
 * Throws: data, where the file is damaged or compressed in a way that is not known here, and what the reader throws.
 */
export async function readParquet(
  reader: PartReader,
  name: string,
  options: ParquetOptions,
  onColumn: (part: number) => void
): Promise<Table> {
  try {
    return await readColumns(reader, name, options, onColumn)
  } catch (error) {
    if (error instanceof AppError || systemCode(error) !== null) throw error
    // Whatever else comes from the library is about the file.
    throw new AppError('data.parquet', { name, reason: error instanceof Error ? error.message : String(error) })
  }
}

async function readColumns(reader: PartReader, name: string, options: ParquetOptions, onColumn: (part: number) => void): Promise<Table> {
  // Loaded when it is needed first: most files are text.
  const { parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet')
  const compressors = await parquetCompressors()
  const file = { byteLength: reader.size, slice: (start: number, end?: number) => sliceOf(reader, start, end) }
  const { sample, missing, kinds = {} } = options
  const metadata = await parquetMetadataAsync(file)
  const rowCount = Number(metadata.num_rows)
  const elements = parquetSchema(metadata).children.map(({ element }) => element)
  // Months, days and milliseconds, which are no number and no moment.
  const [left, read] = [true, false].map((isLeft) => elements.filter((element) => (element.converted_type === 'INTERVAL') === isLeft))
  const names = read.map(({ name }) => name)
  if (rowCount === 0 || names.length === 0) throw new AppError('data.empty-file')
  await requireParquetLimits(reader, name, metadata, names.length)
  const oneRow = { part: 1 / rowCount, rows: 1, bytes: names.length * bytesPerNumber, textBytes: heapPerCell }
  requireMemory(name, oneRow, sample, availableMemory())
  const rows = chosenRows(rowCount, sample)
  const columns: Column[] = []
  let text = 0
  for (const [c, { name: column, type }] of read.entries()) {
    const values = new Array<unknown>(rows.length)
    // Chunks come in any order.
    const onChunk = ({ columnData, rowStart }: { columnData: ArrayLike<unknown>; rowStart: number }) => {
      const end = rowStart + columnData.length
      for (let at = firstFrom(rows, rowStart); at < rows.length && rows[at] < end; at++) values[at] = columnData[rows[at] - rowStart]
    }
    await parquetRead({ file, metadata, columns: [column], compressors, onChunk })
    const cells = textsOf(values)
    text += cells.reduce((sum, cell) => sum + cell.length, 0)
    requireText(reader, name, { cells: rows.length * names.length, text })
    columns.push(
      createColumn(column, cells, { missing: missing ?? missingOf(type), kind: Object.hasOwn(kinds, column) ? kinds[column] : undefined })
    )
    onColumn((c + 1) / names.length)
  }
  const format = {
    encoding: 'utf-8',
    separator: ',',
    decimal: '.',
    grouped: false,
    header: true,
    ragged: 'cancel',
    missing: missing ?? [''],
    kinds
  } as const
  const lines = rows.map((row) => row + 1)
  const notes: Note[] = [
    { code: 'note.parquet', details: {} },
    ...left.map(({ name: column }): Note => ({ code: 'note.parquet-interval', details: { name: column } })),
    ...notesOnSample(sample, rows.length, rowCount),
    ...columns.flatMap((column) => notesOnColumn(column, lines))
  ]
  return { columns, rows: rows.length, lines, format, notes }
}

/** Whatever stands for a missing value in a column of this type: a text such as NA is a text, since the file knows what is missing. */
function missingOf(type: string | undefined): readonly string[] {
  return type === 'FLOAT' || type === 'DOUBLE' ? ['', 'NaN'] : ['']
}

/** Some bytes of a file, all of which must be there. */
function sliceOf(reader: PartReader, start: number, end = reader.size): Promise<ArrayBuffer> {
  const read = async () => {
    if (!(start >= 0 && start < end && end <= reader.size)) throw new Error('it points to bytes it does not have')
    return (await reader.part(start, end - start)).slice().buffer as ArrayBuffer
  }
  const bytes = read()
  // The library reads ahead, and may never ask what became of it.
  bytes.catch(() => undefined)
  return bytes
}

function chosenRows(count: number, sample: RowSample | undefined): Int32Array {
  const sampler = new RowSampler(sample)
  const rows = new Int32Array(Math.min(count, sample?.rows ?? count))
  for (let row = 0; row < count && !sampler.isFull; row++) {
    const place = sampler.next()
    if (place >= 0) rows[place] = row
  }
  return rows.sort()
}

/** Returns the place of the first row from one on, of rows in order. */
function firstFrom(rows: Int32Array, row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle] < row) low = middle + 1
    else high = middle
  }
  return low
}

function notesOnSample(sample: RowSample | undefined, rows: number, total: number): Note[] {
  if (!sample || rows === total) return []
  if (sample.how === 'first') return [{ code: 'note.first-rows', details: { rows } }]
  return [{ code: 'note.random-rows', details: { rows, total, seed: sample.seed ?? 0 } }]
}

/** The texts of a column's values; one that a dictionary repeats in many rows is made once. */
function textsOf(values: readonly unknown[]): string[] {
  const made = new Map<unknown, string>()
  return Array.from(values, (value) => {
    if (typeof value !== 'object' || value === null) return cellOf(value)
    const known = made.get(value)
    if (known !== undefined) return known
    const text = cellOf(value)
    made.set(value, text)
    return text
  })
}

/** A value as the text a CSV file would have; a day without a time as that alone. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof value !== 'object') return String(value)
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))
}
