import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { readError, systemCode } from './system-errors'

/** The bytes of a file; null where there is no such file. Throws: data, when it cannot be read. */
export async function readIfPresent(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw readError(basename(path), error)
  }
}
