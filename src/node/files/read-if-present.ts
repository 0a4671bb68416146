import { basename } from 'node:path'
import { readError, systemCode } from './system-errors'
import { readWhole, type BeforeReading, type readLimits } from './read-whole'

/** The bytes of a file of a kind, one of the app's own small ones unless given; null where there is no such file. Throws: data, when it cannot be read. */
export async function readIfPresent(
  path: string,
  kind: keyof typeof readLimits = 'settings',
  before?: BeforeReading
): Promise<Uint8Array | null> {
  try {
    return await readWhole(path, kind, { before })
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw readError(basename(path), error)
  }
}
