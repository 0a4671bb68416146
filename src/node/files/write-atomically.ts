import { writeFile } from 'node:fs/promises'
import { replaceFile } from './replace-file'
import { writeError } from './system-errors'

/**
 * Writes a file so that at every moment the old content or the new one is there as a whole: see replaceFile.
 * Throws: file; then the old content is untouched.
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await replaceFile(path, (file, isNew) => writeFile(file, content, { flag: isNew ? 'wx' : 'w' }))
  } catch (error) {
    throw writeError(path, error)
  }
}
