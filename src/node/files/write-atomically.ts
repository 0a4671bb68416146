import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemCode, writeError } from './system-errors'

/**
 * Writes a file so that at every moment, even if the power fails, the old content or the new one is there as a whole: a new temporary
 * file in the same folder → write → fsync → close → rename → fsync of the folder. A symbolic link stays one.
 * Throws: file; then the old content is untouched and no temporary file is left.
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path)
    const folder = dirname(target)
    const temporary = join(folder, `.${randomUUID()}.tmp`)
    try {
      await writeThrough(temporary, content)
      await rename(temporary, target)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await syncFolder(folder)
  } catch (error) {
    throw writeError(path, error)
  }
}

async function writeThrough(path: string, content: Uint8Array | string): Promise<void> {
  await withHandle(await open(path, 'wx'), async (file) => {
    await file.writeFile(content)
    await file.sync()
  })
}

/** The errors of file systems that cannot fsync a folder, as some network file systems. */
const noFolderSync = new Set(['EINVAL', 'ENOTSUP', 'EISDIR'])

/** Makes the new name durable. Windows cannot open a folder, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    await withHandle(await open(folder, 'r'), (handle) => handle.sync())
  } catch (error) {
    if (!noFolderSync.has(systemCode(error) ?? '')) throw error
  }
}

async function withHandle(handle: FileHandle, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await use(handle)
  } finally {
    await handle.close()
  }
}
