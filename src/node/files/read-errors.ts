import { AppError, type TextCode } from '#core'
import { systemCode } from './files'

const refusals: Readonly<Record<string, TextCode>> = {
  ENOENT: 'data.missing-file',
  ENOTDIR: 'data.missing-file',
  EISDIR: 'data.is-a-folder',
  EACCES: 'data.no-permission',
  EPERM: 'data.no-permission',
  Z_BUF_ERROR: 'data.gzip-damaged',
  Z_DATA_ERROR: 'data.gzip-damaged'
}

/** The error that tells why a data file cannot be read; whatever is no refusal of the system is returned as it is. */
export function readError(path: string, error: unknown): unknown {
  const reason = systemCode(error)
  // Cancelled streams end with an error of their own, of which nothing is to be told.
  return reason === null ? error : new AppError(refusals[reason] ?? 'data.unreadable', { name: path, reason })
}
