import { basename } from 'node:path'
import { readSettingsJson, type SettingsFile } from '#core'
import { readWhole } from '../../node/files/read-whole'
import { readError } from '../../node/files/system-errors'

/** Reads a settings file. Throws: data, when it cannot be read; format; spec. */
export async function loadSettingsFile(path: string): Promise<SettingsFile> {
  let bytes: Uint8Array
  try {
    bytes = await readWhole(path, 'settings')
  } catch (error) {
    throw readError(basename(path), error)
  }
  return readSettingsJson(bytes)
}
