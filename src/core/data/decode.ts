import { LabError } from '../errors'
import { decodeAs, markedEncoding, otherEncoding, unmarkedUtf16, type Encoding } from './encoding'
import { placeAtEndOf } from './records'
import { findSeparator } from './separator'

/** The first bytes by which files of other kinds are known, as Latin-1; the longer mark stands first. */
const otherKinds: readonly (readonly [mark: string, kind: string])[] = [
  ['\xd0\xcf\x11\xe0', 'Excel (.xls)'],
  ['%PDF-', 'PDF'],
  ['\x1f\x8b', 'gzip']
]

const zipMark = 'PK\x03\x04'

/** How far into a zip archive its first entries' names are looked for. */
const zipHead = 8192

/** Where a file stops being UTF-8: the byte (from 1), its row and column. */
export interface InvalidByte {
  readonly byte: number
  readonly row: number
  readonly column: number
}

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** The first byte that is not UTF-8, where the encoding was guessed because of it. */
  readonly invalid: InvalidByte | null
}

/**
 * The text of a file, without byte order marks at its beginning. Unless an encoding is given it is the one a byte order
 * mark tells, else UTF-8, else UTF-16, GB18030 or Windows-1252, by what the bytes look like.
 * Throws: data, for bytes that are not text, or not in the encoding given, or damaged UTF-8, naming the first such byte
 * (counted from 1) and its row and column.
 */
export function decodeText(bytes: Uint8Array, asked?: Encoding): DecodedText {
  refuseArchives(bytes)
  const wide = asked ?? markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? 'utf-8'
  if (!wide.startsWith('utf-16')) refuseZeros(bytes)
  const text = decodeAs(bytes, wide)
  if (text !== null) return { text: withoutMark(text), encoding: wide, invalid: null }
  if (wide !== 'utf-8') throw new LabError('data.wrong-encoding', { encoding: wide })
  const invalid = placeOfInvalidByte(bytes)
  const other = asked === undefined ? otherEncoding(bytes) : null
  const decoded = other === null ? null : decodeAs(bytes, other)
  if (other === null || decoded === null) throw new LabError('data.not-utf8', { ...invalid })
  return { text: decoded, encoding: other, invalid }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF+/, '')
}

function placeOfInvalidByte(bytes: Uint8Array): InvalidByte {
  const offset = firstInvalidByte(bytes)
  const before = new TextDecoder().decode(bytes.subarray(0, offset))
  return { byte: offset + 1, ...placeAtEndOf(before, findSeparator(before)) }
}

function refuseArchives(bytes: Uint8Array): void {
  const head = latin1(bytes.subarray(0, zipHead))
  const kind = head.startsWith(zipMark) ? zipKind(head) : otherKinds.find(([mark]) => head.startsWith(mark))?.[1]
  if (kind !== undefined) throw new LabError('data.not-text', { kind })
}

function refuseZeros(bytes: Uint8Array): void {
  const zero = bytes.indexOf(0)
  if (zero >= 0) throw new LabError('data.not-text', { byte: zero + 1 })
}

function zipKind(head: string): string {
  if (head.includes('[Content_Types].xml') || head.includes('xl/')) return 'Excel (.xlsx)'
  return head.includes('opendocument.spreadsheet') ? 'OpenDocument (.ods)' : 'ZIP'
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/**
 * The offset of the first byte that does not belong to a character. The host decoder judges; only where to cut is
 * decided here.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const isValid = (start: number, end: number) => {
    try {
      decoder.decode(bytes.subarray(start, end))
      return true
    } catch {
      return false
    }
  }
  // A line feed is never part of a longer character, so lines can be judged one by one.
  let start = 0
  let end = lineEnd(bytes, start)
  while (isValid(start, end) && end < bytes.length) {
    start = end
    end = lineEnd(bytes, start)
  }
  while (start < bytes.length) {
    const next = start + characterLength(bytes[start])
    if (!isValid(start, next)) break
    start = next
  }
  return start
}

function lineEnd(bytes: Uint8Array, start: number): number {
  const feed = bytes.indexOf(10, start)
  return feed < 0 ? bytes.length : feed + 1
}

/** How many bytes a character has, from its first one. */
function characterLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}
