import { AppError } from '../messages/app-error'

/** Signatures of other file formats, as Latin-1; longer ones first. */
const otherKinds: readonly (readonly [mark: string, kind: string])[] = [
  ['\xd0\xcf\x11\xe0', 'Excel (.xls)'],
  ['%PDF-', 'PDF'],
  ['\x1f\x8b', 'gzip']
]

/** Offset of the signature in a tar archive. */
const tarMarkAt = 257

const zipMark = 'PK\x03\x04'

/** Bytes of a zip archive that are searched for the names of its first entries. */
const archiveHead = 8192

/**
 * Refuses a file of another format. Throws: data, naming the format.
 */
export function refuseArchives(bytes: Uint8Array): void {
  const head = latin1(bytes.subarray(0, archiveHead))
  const isTar = head.startsWith('ustar', tarMarkAt)
  const kind = head.startsWith(zipMark) ? zipKind(head) : isTar ? 'tar' : otherKinds.find(([mark]) => head.startsWith(mark))?.[1]
  if (kind !== undefined) throw new AppError('data.not-text', { kind })
}

function zipKind(head: string): string {
  if (head.includes('[Content_Types].xml') || head.includes('xl/')) return 'Excel (.xlsx)'
  return head.includes('opendocument.spreadsheet') ? 'OpenDocument (.ods)' : 'ZIP'
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
