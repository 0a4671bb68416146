import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError, isJsonObject, parseJson, type JsonObject } from '#core'
import { sha256 } from './data-file'
import { systemCode } from './system-errors'

/**
 * Requires that the files in a run's folder are of the run whose weights were read from it, by their description: experiment.json has its
 * settings, columns and network, summary.json its epochs and, from version 0.2 on, names that experiment. What is not there is not asked.
 * Throws: flag, naming the file that is of another run.
 */
export async function requireSameRun(folder: string, { features, network, training }: JsonObject): Promise<void> {
  const experiment = await readJson(folder, 'experiment.json')
  const summary = await readJson(folder, 'summary.json')
  const { epoch, settings } = isJsonObject(training) ? training : {}
  if (experiment && settings !== undefined && !isOf(experiment.json, { features, network, settings })) {
    throw new AppError('flag.mixed-run', { path: folder, file: 'experiment.json' })
  }
  if (!summary) return
  const { epochs, weightsEpoch = epochs, experiment: named } = summary.json
  const isOther = (epoch !== undefined && weightsEpoch !== epoch) || (experiment && named !== undefined && named !== experiment.hash)
  if (isOther) throw new AppError('flag.mixed-run', { path: folder, file: 'summary.json' })
}

function isOf({ pipeline, network, settings }: JsonObject, weights: JsonObject): boolean {
  const { target: _target, ...own } = isJsonObject(settings) ? settings : {}
  const features = isJsonObject(pipeline) ? pipeline.features : null
  return isDeepStrictEqual({ features: features ?? null, network: network ?? null, settings: own }, { ...weights })
}

/** A file of a run, and its SHA-256; null where there is none, or none that can be read, which is for its own readers to say. */
async function readJson(folder: string, name: string): Promise<{ readonly json: JsonObject; readonly hash: string } | null> {
  try {
    const bytes = await readFile(join(folder, name))
    const json = parseJson(bytes.toString('utf8'))
    return isJsonObject(json) ? { json, hash: sha256(bytes) } : null
  } catch (error) {
    if (error instanceof AppError || systemCode(error) !== null) return null
    throw error
  }
}
