import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, readSettingsJson, type SettingsFile } from '#core'
import { readError } from '../../node/files/system-errors'

/** The largest settings file, in bytes: thousands of features, each with choices of its own, take less. */
const MOST_BYTES = 4 * 1024 * 1024

/** Reads a settings file. Throws: data, when it cannot be read; format; spec. */
export async function loadSettingsFile(path: string): Promise<SettingsFile> {
  return readSettingsJson(await readSmall(path, MOST_BYTES))
}

/** Returns the bytes of a file of at most `limit` bytes. Throws: data, format. */
export async function readSmall(path: string, limit: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > limit) throw new AppError('format.too-large', { what: basename(path), actual: size, limit })
    return await readFile(path)
  } catch (error) {
    throw readError(basename(path), error)
  }
}
