import { stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import {
  AppError,
  notesOnSeal,
  readModel,
  readTraining,
  weightFormatNames,
  weightFormats,
  type Note,
  type ReadWeights,
  type StoredModel,
  type TrainingRecord
} from '#core'
import { systemCode } from './system-errors'
import { foldFolder } from './fold-files'
import { readWhole } from './read-whole'
import { weightsFileName } from './run-files'
import { weightsStart } from './weights-start'
import { requireSameRun } from './same-run'

/** A part of a file of weights, and the notices about the file. */
type Noted<Content> = Content & { readonly notes: readonly Note[] }

/**
 * The model in the folder of a run, or in a file of weights, whose format is told by its ending.
 * Throws: flag, when there is none; data, when it is no regular file or too large; format.
 */
export async function loadModel(path: string): Promise<Noted<StoredModel>> {
  const file = await readWeightsFile(path)
  return { ...readModel(file), notes: notesOnSeal(file) }
}

/** The training that the weights in the folder of a run, or in a file, record. Throws: flag, when there are none; data; format; spec. */
export async function loadTraining(path: string): Promise<Noted<TrainingRecord>> {
  const file = await readWeightsFile(path)
  return { ...readTraining(file.metadata, readModel(file)), notes: notesOnSeal(file) }
}

/** Every file that a model may be read from, where the path is that of a folder or of one of them. */
export function modelPaths(path: string): string[] {
  return [path, ...weightFormatNames.map((name) => join(path, weightsFileName(name)))]
}

async function readWeightsFile(path: string): Promise<ReadWeights> {
  const file = await weightsIn(path)
  const format = weightFormatNames.find((name) => `.${weightFormats[name].extension}` === extname(file).toLowerCase())
  if (!format) throw new AppError('flag.no-model', { path, reason: extname(file) || basename(file) })
  let bytes: Uint8Array
  try {
    bytes = await readWhole(file, 'weights', { before: weightsStart[format] })
  } catch (error) {
    throw unreadable(path, error)
  }
  const weights = weightFormats[format].read(bytes)
  if (file !== path) await requireSameRun(path, weights.metadata)
  return weights
}

/** The file itself, or the first of a run's files of weights. */
async function weightsIn(path: string): Promise<string> {
  let isFolder: boolean
  try {
    isFolder = (await stat(path)).isDirectory()
  } catch (error) {
    throw unreadable(path, error)
  }
  if (!isFolder) return path
  const found = weightFormatNames.map((name) => join(path, weightsFileName(name))).find((file) => existsSync(file))
  if (found) return found
  const first = foldFolder(path, 1)
  if (existsSync(first)) throw new AppError('flag.folds-model', { path, example: first })
  throw new AppError('flag.no-model', { path, reason: 'ENOENT' })
}

function unreadable(path: string, error: unknown): unknown {
  const reason = systemCode(error)
  return reason === null ? error : new AppError('flag.no-model', { path, reason })
}
