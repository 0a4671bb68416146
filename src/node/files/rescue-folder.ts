import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '#core'
import { prepareFolder } from './out-folder'

/** The folder that results are in, and why it is not the chosen one; null where it is. */
export interface Saved {
  readonly folder: string
  readonly failure: AppError | null
}

/** The folders that results go to where the chosen one cannot be written, in this order, as far as the system knows them. */
function places(): string[] {
  return [homedir, tmpdir, () => process.cwd()].flatMap((find) => {
    try {
      return [resolve(find())]
    } catch {
      return []
    }
  })
}

/**
 * Writes results to a folder; where that fails, to a new folder in the user's home, in that for temporary files, or in the current one:
 * what was trained is never thrown away.
 * Throws: file, that of the chosen folder, where none of them can be written; what is no failure to write.
 */
export async function saveOrRescue(
  folder: string,
  write: (folder: string) => Promise<void>,
  elsewhere?: readonly string[]
): Promise<Saved> {
  try {
    await write(folder)
    return { folder, failure: null }
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'file') throw error
    for (const place of elsewhere ?? places()) {
      const rescue = await rescueIn(place, write)
      if (rescue !== null) return { folder: rescue, failure: error }
    }
    throw error
  }
}

async function rescueIn(place: string, write: (folder: string) => Promise<void>): Promise<string | null> {
  let folder: string | null = null
  try {
    const parent = await prepareFolder(join(place, 'backprop-lab-results'))
    folder = await mkdtemp(join(parent.path, 'run-'))
    await write(folder)
    return folder
  } catch {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    return null
  }
}
