import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, readExperimentJson, type StoredExperiment } from '#core'
import { readWhole } from './read-whole'

const NAME = 'experiment.json'

/**
 * Reads the experiment.json in the folder of a run, or in that of a file of its weights.
 * Throws: flag, when there is none; data; format; spec.
 */
export async function loadExperiment(path: string): Promise<StoredExperiment> {
  return readExperiment(join((await isFolder(path)) ? path : dirname(path), NAME))
}

/**
 * Reads a file that describes an experiment, or the one in the folder of a run.
 * Throws: flag, when there is none; data; format; spec.
 */
export async function repeatableExperiment(path: string): Promise<StoredExperiment> {
  return (await isFolder(path)) ? loadExperiment(path) : readExperiment(path)
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
}

async function readExperiment(file: string): Promise<StoredExperiment> {
  let bytes: Uint8Array
  try {
    bytes = await readWhole(file, 'settings')
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('flag.no-experiment', { path: dirname(file) })
  }
  return readExperimentJson(bytes)
}
