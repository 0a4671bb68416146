import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
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
    for (const folder of await missingFolders(path)) {
      await mkdir(folder)
      created.push(folder)
    }
    const probe = join(path, `.${randomUUID()}.tmp`)
    await (await open(probe, 'wx')).close()
    await rm(probe)
    return { path, undo }
  } catch (error) {
    await undo()
    throw writeError(path, error)
  }
}

/**
 * The folders to create, outermost first. Not left to mkdir's own `recursive`, which never returns where a folder is there and yet
 * takes no folders, as /proc on Linux.
 */
async function missingFolders(path: string): Promise<string[]> {
  const missing: string[] = []
  for (let folder = resolve(path); !(await exists(folder)) && dirname(folder) !== folder; folder = dirname(folder)) {
    missing.unshift(folder)
  }
  return missing
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}

/** From the innermost out; a folder with something in it stays, and so do those around it. */
async function removeEmpty(created: readonly string[]): Promise<void> {
  try {
    for (const folder of created.toReversed()) await rmdir(folder)
  } catch {
    // Somebody else has put something there meanwhile.
  }
}
