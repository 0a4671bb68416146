import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, readExperimentJson, type StoredExperiment } from '#core'

/**
 * Reads the experiment.json in the folder of a run, or in that of a file of its weights.
 * Throws: flag, when there is none; format; spec.
 */
export async function loadExperiment(path: string): Promise<StoredExperiment> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
  const folder = isFolder ? path : dirname(path)
  let bytes: Uint8Array
  try {
    bytes = await readFile(join(folder, 'experiment.json'))
  } catch {
    throw new AppError('flag.no-experiment', { path: folder })
  }
  return readExperimentJson(bytes)
}
