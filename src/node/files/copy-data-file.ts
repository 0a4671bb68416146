import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#core'
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
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`)
  try {
    await copyFile(file.path, temporary, constants.COPYFILE_FICLONE).catch((error: unknown) => {
      throw writeError(target, error)
    })
    if (!(await isInState(file.path, file))) throw new AppError('data.changed', { name })
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
