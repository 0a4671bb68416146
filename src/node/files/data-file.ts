import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import {
  AppError,
  ReadAgain,
  TableReader,
  withoutRepeatsTask,
  type Learnt,
  type Note,
  type ReadOptions,
  type RowSample,
  type Table,
  type ToySource
} from '#core'
import { sampleNamed, samples } from '#shared/samples'
import { openSource, type OpenedSource } from '../sources/open-source'
import type { Sheets } from '../sources/rows/source'
import { EventLoopTurn, runCooperatively } from '../tasks/run-cooperatively'
import { requireMemory, availableMemory } from './require-memory'
import { OpenFile, type FileState } from './open-file'
import { ownKind } from './own-file'
import { isParquet, readParquet } from './parquet'
import { readError } from './system-errors'
import { isGzip, gzipLength } from '../sources/archives/gunzip'

/** A table, and the file it was read from. */
export interface LoadedData {
  readonly origin: 'sample' | 'file' | 'toy'
  /** The sample's name, the file's name without its folder, or the toy data set's reference. */
  readonly name: string
  /** The name and knobs a toy data set is made from. */
  readonly toy?: ToySource
  /** Of the file's bytes, in hex. */
  readonly sha256: string
  readonly table: Table
  /** The file's bytes; null where they are too many to be kept. */
  readonly bytes: Uint8Array | null
  /** The file that was read and the time it was written; absent for data that are not from a file. */
  readonly file?: FileState & { readonly path: string }
}

/** The options of reading a file, the rows to read, and the listener for progress. */
export interface LoadOptions extends ReadOptions {
  /** Only some rows; all unless given. */
  readonly sample?: RowSample
  /** Told of after each quarter of a megabyte: bytes read and in all, and rows read. */
  readonly onProgress?: (progress: { bytes: number; total: number; rows: number }) => void
  /** Ends the reading with `data.cancelled`. */
  readonly signal?: AbortSignal
}

/** Files up to so many bytes are kept in memory as they are. */
const keptBytes = 64 * 1024 * 1024

/** The part of a piece taken at a time, in bytes, and the length of a slice of that work, in milliseconds. */
const stepBytes = 256 * 1024
const slice = 20

/** By so many bytes it is seen what kind of file it is. */
const headBytes = 4096

/** The bytes read before the memory for the whole file is checked for the first time; later checks come at double that, and so on. */
const checkedBytes = 4 * 1024 * 1024

/**
 * Reads a data file: text, a file of one of the kinds in node/sources, packed or not, or Parquet. `name` is what it is called where its own name says nothing, as that of
 * a copy. What the options leave open is found in the file.
 * Throws: data.
 */
export async function loadData(path: string, name = basename(path), options: LoadOptions = {}): Promise<LoadedData> {
  try {
    const file = await OpenFile.open(path)
    try {
      const head = await file.part(0, headBytes)
      const own = ownKind(head, await file.part(Math.max(0, file.state.size - headBytes), headBytes))
      if (own !== null) throw new AppError(`data.own-${own}`, { name })
      const data = isParquet(head) ? await loadParquet(file, name, options) : await load(file, head, name, options)
      return options.omit?.includes('repeats') ? { ...data, table: await withoutRepeats(data.table, options) } : data
    } finally {
      await file.close()
    }
  } catch (error) {
    throw options.signal?.aborted ? new AppError('data.cancelled') : readError(path, error)
  }
}

/**
 * Reads one of the data sets that come with the app.
 * Throws: data.
 */
export async function loadSample(name: string, dataFolder: string, options: LoadOptions = {}): Promise<LoadedData> {
  const sample = sampleNamed(name)
  if (!sample) throw new AppError('data.no-sample', { name, samples: samples.map((one) => one.name).join(', ') })
  const path = join(dataFolder, `${name}.csv`)
  const data = await loadData(path, name, options)
  if (data.sha256 !== sample.sha256) throw new AppError('data.sample-changed', { name, path })
  return { ...data, origin: 'sample' }
}

/** The SHA-256 of bytes, in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function withoutRepeats({ format, ...table }: Table, { omit, signal }: LoadOptions): Promise<Table> {
  return runCooperatively(withoutRepeatsTask({ ...table, format: { ...format, omit } }), { signal, slice })
}

async function loadParquet(file: OpenFile, name: string, { onProgress, signal, ...options }: LoadOptions): Promise<LoadedData> {
  const { size } = file.state
  const reader = {
    size,
    part: (at: number, length: number) => {
      signal?.throwIfAborted()
      return file.part(at, length)
    }
  }
  const table = await readParquet(reader, name, options, (part) => onProgress?.({ bytes: Math.round(part * size), total: size, rows: 0 }))
  // What is no Parquet file after all is refused before all of it is read.
  const source = new Source(file)
  for await (const _ of source.pieces()) signal?.throwIfAborted()
  signal?.throwIfAborted()
  return { origin: 'file', name, sha256: source.sha256(), table, bytes: source.kept(), ...source.origin }
}

async function load(file: OpenFile, head: Uint8Array, name: string, options: LoadOptions): Promise<LoadedData> {
  for (let learnt: Learnt = {}; ;) {
    try {
      return await loadOnce(file, head, name, options, learnt)
    } catch (error) {
      if (!(error instanceof ReadAgain)) throw error
      learnt = { ...learnt, ...error.learnt }
    }
  }
}

async function loadOnce(file: OpenFile, head: Uint8Array, name: string, options: LoadOptions, learnt: Learnt): Promise<LoadedData> {
  const { onProgress, signal, ...asked } = options
  const { state } = file
  const source = new Source(file)
  let readPart = 0
  const opened = await openSource(source.pieces(), {
    name,
    size: state.size,
    sheet: asked.sheet,
    expectedSheet: asked.expected?.sheet,
    withoutHidden: asked.omit?.includes('hidden'),
    onPart: (part) => (readPart = part)
  })
  const reader = new TableReader(
    { ...asked, ...layoutOf(opened), pointGroups: opened.pointGroups, expectedBytes: await expectedBytes(file, head, opened) },
    learnt
  )
  let nextCheck = checkedBytes
  const turn = new EventLoopTurn({ signal, slice })
  let unpacked = 0
  for await (const piece of opened.pieces) {
    for (let at = 0; at < piece.length; at += stepBytes) {
      signal?.throwIfAborted()
      if (!reader.isDone) reader.push(piece.subarray(at, at + stepBytes))
      // Of a compressed piece it is not known which part was unpacked.
      const left = opened.isPacked ? 0 : Math.max(0, piece.length - at - stepBytes)
      onProgress?.({
        bytes: opened.kind === undefined ? source.bytes - left : readPart * source.bytes,
        total: Math.max(state.size, source.bytes),
        rows: reader.rows
      })
      if (turn.isOver) await turn.yield()
    }
    unpacked += piece.length
    if (unpacked >= nextCheck && reader.rows > 0) {
      nextCheck = 2 * unpacked
      const { rows, bytes, textBytes } = reader
      requireMemory(
        name,
        { part: opened.kind === undefined ? Math.min(1, source.bytes / state.size) : Math.max(readPart, 1e-3), rows, bytes, textBytes },
        options.sample,
        availableMemory()
      )
    }
  }
  const table = await runCooperatively(reader.finish(), { signal, slice })
  return {
    origin: 'file',
    name,
    sha256: source.sha256(),
    table: withSource(table, opened),
    bytes: source.kept(),
    ...source.origin
  }
}

/** The layout of text that was made of a file of another kind, whatever the options say of text. */
function layoutOf({ kind, header }: OpenedSource): ReadOptions {
  return kind === undefined ? {} : { encoding: 'utf-8', separator: ',', ...(header === undefined ? {} : { header }) }
}

/** The length of the text in bytes, where the file tells it; `head` is its beginning. */
async function expectedBytes(file: OpenFile, head: Uint8Array, { kind, isPacked }: OpenedSource): Promise<number | undefined> {
  const { size } = file.state
  if (kind !== undefined) return undefined
  if (!isPacked) return size
  return isGzip(head) ? gzipLength(await file.part(size - 4, 4), size) : undefined
}

function withSource(table: Table, { kind, notes, sheets }: OpenedSource): Table {
  const found = sheets?.()
  const format = {
    ...table.format,
    ...(kind === undefined ? {} : { source: kind }),
    ...(found ? { sheet: found.chosen, sheets: found.all } : {})
  }
  const onSheets = found && found.all.length > 1 ? [noteOnSheets(found)] : []
  return { ...table, format, notes: [...notes(), ...onSheets, ...table.notes] }
}

function noteOnSheets({ chosen, all }: Sheets): Note {
  return { code: 'note.sheet', details: { name: chosen, count: all.length, sheets: all.map((one) => `\`${one}\``).join(', ') } }
}

/** A file's pieces, counted, hashed and, up to a size, kept while they pass. */
class Source {
  bytes = 0
  private readonly hash = createHash('sha256')
  private readonly copies: Uint8Array[] = []

  constructor(private readonly file: OpenFile) {}

  async *pieces(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of this.file.pieces()) {
      this.bytes += piece.length
      this.hash.update(piece)
      if (!this.file.content && this.bytes <= keptBytes && this.file.state.size <= keptBytes) this.copies.push(piece.slice())
      yield piece
    }
  }

  sha256(): string {
    return this.hash.digest('hex')
  }

  /** The file that was read, and its state; nothing for a pipe, which cannot be read again. */
  get origin(): Pick<LoadedData, 'file'> {
    const { path, state, content } = this.file
    return content ? {} : { file: { path, ...state } }
  }

  kept(): Uint8Array | null {
    if (this.file.content) return this.file.content
    return this.bytes > keptBytes || this.file.state.size > keptBytes ? null : Buffer.concat(this.copies)
  }
}
