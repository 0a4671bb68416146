import { AppError, type TextCode } from '#core'

/** The message for each of the operating system's errors when a file cannot be written. */
const writeCodes: Readonly<Record<string, TextCode>> = {
  EACCES: 'file.no-permission',
  EPERM: 'file.no-permission',
  EBUSY: 'file.no-permission',
  ENOSPC: 'file.disk-full',
  EDQUOT: 'file.disk-full',
  EROFS: 'file.read-only',
  ENOENT: 'file.no-folder',
  ENOTDIR: 'file.not-a-folder',
  EEXIST: 'file.not-a-folder',
  EISDIR: 'file.is-a-folder',
  ENAMETOOLONG: 'file.name-too-long'
}

/** Returns the operating system's code of an error, such as ENOSPC; null for any other kind of error. */
export function systemCode(error: unknown): string | null {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Returns the error to report when a path cannot be written; what is not an error of the operating system is returned unchanged. */
export function writeError(path: string, error: unknown): unknown {
  const reason = systemCode(error)
  return reason === null ? error : new AppError(writeCodes[reason] ?? 'file.not-writable', { path, reason })
}

/** The message for the app's own files in place of that for files of which the user chooses the folder. */
const ownCodes: Readonly<Record<string, TextCode>> = {
  'file.no-permission': 'file.own-no-permission',
  'file.disk-full': 'file.own-disk-full',
  'file.read-only': 'file.own-not-writable',
  'file.no-folder': 'file.own-not-writable',
  'file.not-a-folder': 'file.own-not-writable',
  'file.is-a-folder': 'file.own-not-writable',
  'file.name-too-long': 'file.own-not-writable',
  'file.not-writable': 'file.own-not-writable'
}

/** Returns the error to report when one of the app's own files cannot be written, for which no other folder can be chosen. */
export function ownWriteError(error: unknown): unknown {
  if (!(error instanceof AppError) || !Object.hasOwn(ownCodes, error.code)) return error
  return new AppError(ownCodes[error.code], error.details)
}

/** The message for each of the operating system's errors when a data file cannot be read. */
const readCodes: Readonly<Record<string, TextCode>> = {
  ENOENT: 'data.missing-file',
  ENOTDIR: 'data.missing-file',
  EISDIR: 'data.is-a-folder',
  EACCES: 'data.no-permission',
  EPERM: 'data.no-permission',
  Z_BUF_ERROR: 'data.gzip-damaged',
  Z_DATA_ERROR: 'data.gzip-damaged'
}

/** Returns the error to report when a data file cannot be read; what is not an error of the operating system is returned unchanged. */
export function readError(path: string, error: unknown): unknown {
  const reason = systemCode(error)
  // A cancelled stream ends with an error of its own, which is not reported.
  return reason === null ? error : new AppError(readCodes[reason] ?? 'data.unreadable', { name: path, reason })
}
