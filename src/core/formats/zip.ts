import { inflateSync, zipSync } from 'fflate/browser'
import { AppError } from '../messages/app-error'
import { fromUtf8, viewOf } from './bytes'
import { crc32 } from './crc32'
import { unpackedLimit } from './unpacked-limit'

/** A file in an archive. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

interface DirectoryEntry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Offset of its local header. */
  readonly start: number
}

/** The most entries of an archive, beyond which it is refused unread. One of weights has some dozens. */
const ENTRY_LIMIT = 10_000

/** Sizes and signatures of PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const local = { signature: 0x04034b50, size: 30 } as const
const central = { signature: 0x02014b50, size: 46 } as const
const end = { signature: 0x06054b50, size: 22, longestComment: 0xffff } as const
const STORED = 0
const DEFLATED = 8

/**
 * Writes a zip archive of files in the given order, uncompressed: numbers hardly shrink, and the bytes depend on no compressor.
 * The date is fixed for the same reason; it is read in local time, and noon is noon in every time zone.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files = Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes]))
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1, 12) })
}

/** A file in an archive, still packed. */
export interface PackedEntry {
  readonly name: string
  /** Size of the file, in bytes, as announced. */
  readonly size: number
  /** CRC-32 of the file. */
  readonly checksum: number
  readonly isDeflated: boolean
  readonly packed: Uint8Array
}

/**
 * Reads the files of a zip archive, stored or deflated; nothing is inflated beyond the announced size.
 * Throws: format, naming the entry: too many, too large, a name that leaves the folder or occurs twice, a link, a wrong checksum.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const entries = listZip(bytes, 'npz')
  requireUnpackedLimit(entries, bytes.length)
  return entries.map((entry) => ({ name: entry.name, bytes: unpack(entry) }))
}

/** Requires that the files of an archive say together no more than an archive of a size may unpack to. Throws: format. */
export function requireUnpackedLimit(entries: readonly Pick<PackedEntry, 'size'>[], archiveBytes: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const limit = unpackedLimit(archiveBytes)
  if (total > limit) throw new AppError('format.unpacks-too-large', { actual: megabytes(total), limit: megabytes(limit) })
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_048_576)
}

/**
 * Lists the files of a zip archive. Its central directory is authoritative; every range must be inside the archive, and no two may overlap.
 * `format` is what it should be, for the sentence where it is no archive.
 * Throws: format, naming the entry: too many, a name that leaves the folder or occurs twice, a link, a method other than stored or deflated.
 */
export function listZip(bytes: Uint8Array, format = 'zip'): PackedEntry[] {
  const directory = readDirectory(bytes, format)
  const ranges = directory.map((entry) => packedRange(bytes, entry))
  requireApart(directory, ranges)
  return directory.map(({ name, size, checksum, method }, e) => {
    if (method !== STORED && method !== DEFLATED) throw new AppError('format.unsupported', { name, what: `method ${method}` })
    return { name, size, checksum, isDeflated: method === DEFLATED, packed: bytes.subarray(...ranges[e]) }
  })
}

function readDirectory(bytes: Uint8Array, format: string): DirectoryEntry[] {
  const view = viewOf(bytes)
  const endAt = findEnd(view, format)
  const count = view.getUint16(endAt + 10, true)
  if (count > ENTRY_LIMIT) throw new AppError('format.too-large', { what: 'zip', actual: count, limit: ENTRY_LIMIT })
  const names = new Set<string>()
  let at = view.getUint32(endAt + 16, true)
  return Array.from({ length: count }, () => {
    const { entry, next } = readDirectoryEntry(bytes, view, at, format)
    if (names.has(entry.name)) throw new AppError('format.duplicate-name', { name: entry.name })
    names.add(entry.name)
    at = next
    return entry
  })
}

/** The last bytes of an archive, which its end record is in. */
export const ZIP_END = end.size + end.longestComment

/** Requires that the last bytes of a file are those of an archive. Throws: format. */
export function requireZipEnd(last: Uint8Array, format: string): void {
  findEnd(viewOf(last), format)
}

/** Finds the end record, which is last except for a comment, searching from the end. */
function findEnd(view: DataView, format: string): number {
  const lowest = Math.max(0, view.byteLength - end.size - end.longestComment)
  for (let at = view.byteLength - end.size; at >= lowest; at--) {
    if (view.getUint32(at, true) === end.signature) return at
  }
  throw new AppError('format.wrong-kind', { format })
}

function readDirectoryEntry(bytes: Uint8Array, view: DataView, at: number, format: string): { entry: DirectoryEntry; next: number } {
  requireInside(bytes, at + central.size)
  if (view.getUint32(at, true) !== central.signature) throw new AppError('format.wrong-kind', { format })
  const nameLength = view.getUint16(at + 28, true)
  const next = at + central.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  requireInside(bytes, next)
  const name = fromUtf8(bytes.subarray(at + central.size, at + central.size + nameLength), 'zip')
  requireSafeName(name)
  requirePlainFile(name, view.getUint16(at + 8, true), view.getUint32(at + 38, true))
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    start: view.getUint32(at + 42, true)
  }
  return { entry, next }
}

function requireInside(bytes: Uint8Array, expected: number): void {
  if (expected > bytes.length) throw new AppError('format.size', { what: 'zip', expected, actual: bytes.length })
}

function requireSafeName(name: string): void {
  const unsafe = /^[\\/]|^[a-z]:|[\0\\]/i.test(name) || name.split('/').includes('..') || name === ''
  if (unsafe) throw new AppError('format.reserved-name', { name: JSON.stringify(name) })
}

/** Requires an entry that is neither encrypted (flag bit 0) nor a symbolic link (upper half of the attributes, as Unix writes them). */
function requirePlainFile(name: string, flags: number, attributes: number): void {
  if (flags & 1) throw new AppError('format.unsupported', { name, what: 'encryption' })
  if (attributes >>> 28 === 0o12) throw new AppError('format.unsupported', { name, what: 'link' })
}

/** Returns begin and end of the packed bytes, after the local header. */
function packedRange(bytes: Uint8Array, { name, start, packedSize }: DirectoryEntry): [number, number] {
  requireInside(bytes, start + local.size)
  const view = viewOf(bytes)
  if (view.getUint32(start, true) !== local.signature) throw new AppError('format.missing', { name })
  const nameAt = start + local.size
  const nameEnd = nameAt + view.getUint16(start + 26, true)
  const dataStart = nameEnd + view.getUint16(start + 28, true)
  requireInside(bytes, dataStart + packedSize)
  if (fromUtf8(bytes.subarray(nameAt, nameEnd), 'zip') !== name) throw new AppError('format.missing', { name })
  return [dataStart, dataStart + packedSize]
}

/** Requires that entries do not overlap, as they do in a zip bomb. */
function requireApart(directory: readonly DirectoryEntry[], ranges: readonly (readonly [number, number])[]): void {
  const byStart = directory.map(({ name, start }, e) => ({ name, start, end: ranges[e][1] })).sort((a, b) => a.start - b.start)
  let expected = 0
  for (const { name, start, end: rangeEnd } of byStart) {
    if (start < expected) throw new AppError('format.offsets', { name, expected, actual: start })
    expected = rangeEnd
  }
}

function unpack({ name, isDeflated, packed, size, checksum }: PackedEntry): Uint8Array {
  const bytes = isDeflated ? inflate(packed, name, size) : packed
  if (bytes.length !== size) throw new AppError('format.size', { what: name, expected: size, actual: bytes.length })
  if (crc32(bytes) !== checksum) throw new AppError('format.checksum', { name })
  return bytes
}

/** Inflates an entry. fflate does not write past its output buffer; the one extra byte detects an entry larger than announced. */
function inflate(packed: Uint8Array, name: string, size: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) })
  } catch {
    throw new AppError('format.checksum', { name })
  }
}
