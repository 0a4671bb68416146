import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '#core'
import { writeError } from './system-errors'

/**
 * Appends to a file that has exactly so many bytes, and returns when that is on the disk. If the power fails meanwhile, what was there before
 * stays, with a part of the new text behind it at most.
 * Throws: file; data.changed-while-read, when the file has another size than it had.
 */
export async function appendDurably(path: string, size: number, text: string): Promise<void> {
  try {
    const file = await open(path, constants.O_RDWR)
    try {
      if ((await file.stat()).size !== size) throw new AppError('data.changed-while-read', { name: path })
      const bytes = Buffer.from(text)
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, size + done)
        done += bytesWritten
      }
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw writeError(path, error)
  }
}
