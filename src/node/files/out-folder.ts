import { randomUUID } from 'node:crypto'
import { open, readlink, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '#core'
import { makeFolders } from './make-folders'
import { writeError } from './system-errors'

/** A folder that is there and takes files. */
export interface OutFolder {
  readonly path: string
  /** Removes the folders that were created for it, as far as they are empty. */
  undo(): Promise<void>
}

/**
 * Makes sure that files can be written to a folder, by creating it where it is missing and writing a file that is removed at once:
 * permissions alone do not tell.
 * Throws: file; then no folder that was created on the way is left.
 */
export async function prepareFolder(path: string): Promise<OutFolder> {
  const created: string[] = []
  const undo = () => removeEmpty(created)
  try {
    await makeFolders(path, (folder) => created.push(folder))
    const probe = join(path, `.${randomUUID()}.tmp`)
    await (await open(probe, 'wx')).close()
    await rm(probe)
    return { path, undo }
  } catch (error) {
    await undo()
    throw (await danglingLink(path)) ?? writeError(path, error)
  }
}

/** Returns the error that names a link to nothing in a path; null without one. */
async function danglingLink(path: string): Promise<AppError | null> {
  for (let link = resolve(path); dirname(link) !== link; link = dirname(link)) {
    const target = await readlink(link).catch(() => null)
    if (target === null) continue
    const isThere = await stat(link).then(
      () => true,
      () => false
    )
    return isThere ? null : new AppError('file.dangling-link', { path, link, target })
  }
  return null
}

/** From the innermost out; a folder with something in it stays, and so do those around it. */
async function removeEmpty(created: readonly string[]): Promise<void> {
  try {
    for (const folder of created.toReversed()) await rmdir(folder)
  } catch {
    // Somebody else has put something there meanwhile.
  }
}
