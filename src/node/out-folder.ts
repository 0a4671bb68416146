import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { writeError } from './files'

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
  let created: string | undefined
  const undo = () => removeEmpty(path, created)
  try {
    created = await mkdir(path, { recursive: true })
    const probe = join(path, `.${randomUUID()}.tmp`)
    await (await open(probe, 'wx')).close()
    await rm(probe)
    return { path, undo }
  } catch (error) {
    await undo()
    throw writeError(path, error)
  }
}

/** From the innermost folder out to the first that was created; a folder with something in it stays. */
async function removeEmpty(path: string, created: string | undefined): Promise<void> {
  if (created === undefined) return
  const outermost = resolve(created)
  for (let folder = resolve(path); folder.startsWith(outermost); folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch {
      return
    }
  }
}
