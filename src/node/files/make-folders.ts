import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { syncFolder } from './replace-file'
import { systemCode } from './system-errors'

/**
 * Makes a folder where it is missing, with those around it, so that it is there also after the power has failed: what is written in a folder
 * is lost with its name. `onMade` gets each that is made, from the outside in.
 * Throws: the system's error.
 */
export async function makeFolders(path: string, onMade: (folder: string) => void = () => undefined): Promise<void> {
  for (const folder of await missingFolders(path)) {
    const isMade = await mkdir(folder).then(
      () => true,
      async (error: unknown) => {
        // Another process was faster.
        if (systemCode(error) === 'EEXIST' && (await isFolder(folder))) return false
        throw error
      }
    )
    if (isMade) onMade(folder)
    // One that may be written but not read cannot be synced.
    await syncFolder(dirname(folder)).catch(() => undefined)
  }
}

/**
 * The folders to create, outermost first. Not left to mkdir's own `recursive`, which never returns where a folder is there and yet
 * takes no folders, as /proc on Linux.
 */
async function missingFolders(path: string): Promise<string[]> {
  const missing: string[] = []
  for (let folder = resolve(path); !(await isFolder(folder)) && dirname(folder) !== folder; folder = dirname(folder)) {
    missing.unshift(folder)
  }
  return missing
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
}
