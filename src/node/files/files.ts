import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, type TextCode } from '#core'

/** What an operating system's refusal to write means to a person. */
const refusals: Readonly<Record<string, TextCode>> = {
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

/** The operating system's code of an error, such as ENOSPC; null when it is another kind of error. */
export function systemCode(error: unknown): string | null {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** The error that tells why a path cannot be written; whatever is no refusal of the operating system is returned as it is. */
export function writeError(path: string, error: unknown): unknown {
  const reason = systemCode(error)
  return reason === null ? error : new AppError(refusals[reason] ?? 'file.not-writable', { path, reason })
}

/**
 * Saves a file so that at every moment, even if the power fails, the old content or the new one is there as a whole: a new temporary
 * file in the same folder → write → fsync → close → rename → fsync of the folder. A symbolic link stays one.
 * Throws: file; then the old content is untouched and no temporary file is left.
 */
export async function saveFile(path: string, content: Uint8Array | string): Promise<void> {
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

/** What a file system answers that knows no fsync of folders, as some of those on a network do. */
const noFolderSync = new Set(['EINVAL', 'ENOTSUP', 'EISDIR'])

/** Makes the new name last. Windows does not let a folder be opened, and needs no such thing. */
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
