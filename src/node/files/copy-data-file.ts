import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#core'
import { replaceFile } from './replace-file'
import { writeError } from './system-errors'
import { writeAtomically } from './write-atomically'
import { isInState, type FileState } from './open-file'

/** Data as read: their bytes where they were kept, and the file they are from. */
interface Kept {
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly file?: FileState & { readonly path: string }
}

/**
 * Saves the file that data were read from under another path: from the bytes where they were kept, else by copying the
 * file, which takes no room on disks that can share it.
 * Throws: file; data, when the file is no longer the one that was read.
 */
export async function copyDataFile({ name, bytes, file }: Kept, target: string): Promise<void> {
  if (bytes !== null) return writeAtomically(target, bytes)
  if (!file) throw new AppError('data.changed', { name })
  try {
    await replaceFile(target, async (path, isNew) => {
      if (isNew) await copyFile(file.path, path, constants.COPYFILE_FICLONE)
      else await pipeline(createReadStream(file.path), createWriteStream(path))
      if (!(await isInState(file.path, file))) throw new AppError('data.changed', { name })
    })
  } catch (error) {
    throw writeError(target, error)
  }
}
