import { randomUUID } from 'node:crypto'
import { open, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
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
    throw writeError(path, error)
  }
}

/** From the innermost out; a folder with something in it stays, and so do those around it. */
async function removeEmpty(created: readonly string[]): Promise<void> {
  try {
    for (const folder of created.toReversed()) await rmdir(folder)
  } catch {
    // Somebody else has put something there meanwhile.
  }
}
