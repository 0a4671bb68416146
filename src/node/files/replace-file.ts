import { randomUUID } from 'node:crypto'
import { chmod, lstat, open, readdir, readlink, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { noteLeaving } from './leavings'
import { systemCode } from './system-errors'

/** Fills a new file, or with `isNew` false writes to one that is there and no regular file. */
export type Fill = (path: string, isNew: boolean) => Promise<void>

/**
 * The one way to write a file, so that at every moment, even if the power fails, the old content or the new one is there as a whole: a new
 * temporary file in the same folder → fill → fsync → rename → fsync of the folder. A symbolic link stays one, even where what it points to
 * is not there yet; the permissions of the old file are kept. What is no regular file, as a device or a pipe, is written to directly.
 * Throws the system's error, or that of `fill`; then the old content is untouched and no temporary file is left.
 */
export async function replaceFile(path: string, fill: Fill): Promise<void> {
  const target = await targetOf(path)
  const old = await stat(target).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  })
  // A folder is left to the rename, which refuses it.
  if (old && !old.isFile() && !old.isDirectory()) return fill(target, false)
  const temporary = join(dirname(target), temporaryName())
  const done = noteLeaving(temporary)
  try {
    await fill(temporary, true)
    await syncFile(temporary)
    if (old?.isFile()) await chmod(temporary, old.mode & 0o7777)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  } finally {
    done()
  }
  await syncFolder(dirname(target))
}

/** The most links that are followed from one to the next, as by Linux. */
const MOST_LINKS = 40

/** The file that a path leads to, through all symbolic links, be it there or not. */
async function targetOf(path: string): Promise<string> {
  let target = path
  for (let links = 0; links < MOST_LINKS; links++) {
    const found = await realpath(target).catch(() => null)
    if (found !== null) return found
    const isLink = await lstat(target).then(
      (entry) => entry.isSymbolicLink(),
      () => false
    )
    if (!isLink) return target
    target = resolve(dirname(target), await readlink(target))
  }
  return target
}

/** A name for a file or folder that is not in its place yet. */
export function temporaryName(): string {
  return `.${randomUUID()}.tmp`
}

const TEMPORARY = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/
/** Younger ones may be in use by another process. In milliseconds. */
const STALE = 3_600_000

/**
 * Removes temporary files and folders that a process which ended in the middle of writing has left in a folder: those of this user that
 * were written before a time, in milliseconds since 1970; an hour ago unless given; and those of the future, since when the clock was set
 * back. A folder that is not there has none; one that cannot be read is left as it is.
 */
export async function sweepTemporaries(folder: string, before = Date.now() - STALE): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const user = process.getuid?.()
  for (const name of names.filter((one) => TEMPORARY.test(one))) {
    const path = join(folder, name)
    const entry = await lstat(path).catch(() => null)
    const isOurs = entry !== null && (entry.isFile() || entry.isDirectory()) && (user === undefined || entry.uid === user)
    const isOld = entry !== null && (entry.mtimeMs < before || entry.mtimeMs > Date.now() + STALE)
    if (isOurs && isOld) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** The errors of file systems that cannot fsync a folder, as some network file systems. */
const noFolderSync = new Set(['EINVAL', 'ENOTSUP', 'EISDIR'])

/** Makes a file's content durable. */
export async function syncFile(path: string): Promise<void> {
  await withHandle(await open(path, 'r+'), (file) => file.sync())
}

/** Makes new names in a folder durable. Windows cannot open a folder, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const sync = async () => withHandle(await open(folder, 'r'), (handle) => handle.sync())
  try {
    // The new names are there already: what fails once, as for want of a handle, is not to be taken for a failure to write.
    await sync().catch(sync)
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
