import { AppError, listZip, requireUnpackedLimit, type Note, type PackedEntry } from '#core'
import { unpackEntry } from './archives/archive-entry'
import { gunzip, gzipName, isGzip } from './archives/gunzip'
import { archiveKinds, sourceKinds } from './kinds'
import type { Sheets, SourceKind, SourceOptions, SourceRows } from './rows/source'
import { sourceCsv } from './rows/source-csv'
import { withinLimits } from './rows/within-limits'
import { isZip, onlyFile } from './archives/only-file'

/** By so many bytes it is seen what kind of file it is. */
const HEAD = 8192

/** Files of kinds that are read as a whole have at most so many bytes. */
const MOST_BYTES = 2e9

/** Archives in archives are opened so far. */
const DEEPEST = 3

/** The text of a table, whatever file it came in. */
export interface OpenedSource {
  readonly pieces: AsyncIterable<Uint8Array>
  /** The kind of a file that is no text: its text is CSV in UTF-8 with commas, and `header` says whether names are known to be in it. */
  readonly kind?: string
  readonly isPacked: boolean
  readonly header?: boolean
  /** Of a file that is no text, as that of its rows. */
  readonly pointGroups?: ReadonlySet<number>
  /** Returns what is to be said about the file, once the pieces were read. */
  readonly notes: () => readonly Note[]
  readonly sheets?: () => Sheets
}

/**
 * Opens a file of text, or of another kind that holds a table, packed or not.
 * Throws: data and format, where it is damaged, too large, or an archive of several files.
 */
export async function openSource(pieces: AsyncIterable<Uint8Array>, options: SourceOptions, depth = 0): Promise<OpenedSource> {
  const { head, all } = await withHead(pieces)
  // What is packed does not tell how large it is.
  const size = depth === 0 ? options.size : 0
  if (isGzip(head)) {
    const inner = gzipName(head)
    return packed(gunzip(all, options.name), { code: 'note.gzip', details: { name: inner } }, options, depth)
  }
  if (isZip(head)) {
    const files = filesOf(await collect(all, { label: 'ZIP' }, size))
    const names = files.map(({ name }) => name)
    const archive = archiveKinds.find(({ recognizes }) => recognizes(names))
    if (archive) return readSource(archive, files, options)
    const file = onlyFile(files, options.name)
    return packed(unpackEntry(file), { code: 'note.zip', details: { name: file.name } }, options, depth)
  }
  const kind = sourceKinds.find(({ recognizes }) => recognizes(head))
  if (kind) return readSource(kind, await collect(all, kind, size), options)
  return { pieces: all, isPacked: false, notes: () => [] }
}

function filesOf(archive: Uint8Array): PackedEntry[] {
  try {
    const files = listZip(archive)
    requireUnpackedLimit(files, archive.length)
    return files
  } catch (error) {
    throw error instanceof AppError ? new AppError('data.source-damaged', { kind: 'ZIP', reason: error.message }) : error
  }
}

function readSource<Content>(
  { label, read }: { readonly label: string; readonly read: (content: Content, options: SourceOptions) => SourceRows },
  content: Content,
  options: SourceOptions
): OpenedSource {
  const own: Note = { code: 'note.source', details: { kind: label } }
  let partRead = 0
  const onPart = (part: number) => options.onPart((partRead = part))
  const { rows, header, notes, sheets, pointGroups = new Set() } = read(content, { ...options, onPart })
  const pieces = sourceCsv(withinLimits(rows, options, () => partRead))
  return { pieces, kind: label, isPacked: false, header, notes: () => [own, ...notes()], sheets, pointGroups }
}

async function packed(pieces: AsyncIterable<Uint8Array>, note: Note, options: SourceOptions, depth: number): Promise<OpenedSource> {
  if (depth >= DEEPEST) throw new AppError('data.nested-archives', { name: options.name, limit: DEEPEST })
  const inner = await openSource(pieces, options, depth + 1)
  return { ...inner, isPacked: true, notes: () => [note, ...inner.notes()] }
}

/** The first bytes, and then all pieces from the beginning. */
async function withHead(pieces: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array, void> }> {
  const iterator = pieces[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < HEAD) {
    const next = await iterator.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  async function* all(): AsyncGenerator<Uint8Array, void> {
    try {
      if (head.length > 0) yield head
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.(undefined)
    }
  }
  return { head: head.subarray(0, HEAD), all: all() }
}

/**
 * Returns the bytes of a file that is read as a whole; its size, where it is known, is looked at before them.
 * Throws: data, where there are more than can be read at once.
 */
async function collect(
  pieces: AsyncIterable<Uint8Array>,
  { label, mostBytes = MOST_BYTES }: Pick<SourceKind, 'label' | 'mostBytes'>,
  size: number
): Promise<Uint8Array> {
  const requireSize = (bytes: number) => {
    if (bytes > mostBytes) throw new AppError('data.source-too-large', { kind: label, limit: mostBytes / 1e9 })
  }
  requireSize(size)
  const copies: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    requireSize(length)
    copies.push(piece.slice())
  }
  return Buffer.concat(copies)
}
