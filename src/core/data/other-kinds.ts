import { AppError } from '../messages/app-error'

/** The first bytes by which files of other kinds are known, as Latin-1; the longer mark stands first. */
const otherKinds: readonly (readonly [mark: string, kind: string])[] = [
  ['\xd0\xcf\x11\xe0', 'Excel (.xls)'],
  ['%PDF-', 'PDF'],
  ['\x1f\x8b', 'gzip']
]

/** Where a tar archive has its mark. */
const tarMarkAt = 257

const zipMark = 'PK\x03\x04'

/** How far into a zip archive its first entries' names are looked for. */
const archiveHead = 8192

/**
 * Throws: data, for the beginning of a file of another kind, saying which.
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
