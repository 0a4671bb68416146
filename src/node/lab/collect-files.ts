import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  AppError,
  fromUtf8,
  isToyReference,
  readLabFile,
  readManualMarks,
  readRoster,
  requireMarkable,
  withMark,
  type GivenMark,
  type Lab,
  type ManualMark,
  type Table
} from '#core'
import { sampleNamed } from '#shared/samples'
import { loadData, loadSample } from '../files/data-file'
import { holdFolder } from '../files/lock-folder'
import { makeFolders } from '../files/make-folders'
import { prepareFolder } from '../files/out-folder'
import { sweepTemporaries } from '../files/replace-file'
import { requireDistinct } from '../files/require-distinct'
import { readError, writeError } from '../files/system-errors'
import { writeAtomically } from '../files/write-atomically'
import { collect, collectedFiles, MANUAL, type Collected } from './collect'
import { markClass, type ClassMarks, type ClassToMark } from './mark-class'
import { readSecret } from './secret'

/** The files and folders of a collection. */
export interface CollectPlaces {
  /** The folder of what was handed in. */
  readonly folder: string
  readonly lab: string
  /** The class list; null for none. */
  readonly roster: string | null
  /** The file of the secret; null for one in `out`. */
  readonly secret: string | null
  /** The folder of the results. */
  readonly out: string
}

/** The program in which a collection runs. */
export interface CollectHost extends Pick<ClassToMark, 'signal' | 'createPython' | 'onProgress'> {
  readonly dataFolder: string
  readLab(path: string): Promise<Uint8Array>
  /** Told of each file or folder before it is read, for the sentence about what is wrong with it. */
  onReading(path: string): void
}

/** A class that was collected, and its files, which lie in a folder. */
export interface CollectedFolder {
  readonly out: string
  readonly marks: ClassMarks
  readonly collected: Collected
}

/**
 * Marks every file of answers in a folder and writes the tables and sheets about them. Marks that a person gave in manual.csv are kept.
 * Throws: file; data; lab-file; the signal's reason. Then nothing is written.
 */
export async function collectFiles(places: CollectPlaces, host: CollectHost): Promise<CollectedFolder> {
  const { out } = places
  const secretFile = places.secret ?? join(out, 'secret.txt')
  const outputs = [...collectedFiles, MANUAL].map((name) => join(out, name))
  await requireDistinct([...outputs, secretFile], [places.lab, ...(places.roster === null ? [] : [places.roster])])
  const prepared = await prepareFolder(out)
  try {
    return await holding(out, async () => {
      await sweepTemporaries(out)
      const { secret, manual, ...asked } = await readAll(places, secretFile, host)
      const marks = await markClass({ ...asked, ...host, secret, folder: places.folder })
      const collected = collect(marks, manual)
      host.signal.throwIfAborted()
      if (secret.isNew) await writeAtomically(secretFile, secret.text)
      await writeAll(out, collected, new Map())
      return { out, marks, collected }
    })
  } catch (error) {
    await prepared.undo()
    throw error
  }
}

/**
 * Adds a mark that a person gives, in manual.csv and in all that follows from it; what somebody else wrote there meanwhile is kept.
 * Throws: file; data.
 */
export async function giveMark({ out, marks, collected }: CollectedFolder, mark: GivenMark): Promise<CollectedFolder> {
  return holding(out, async () => {
    const next = collect(marks, withMark(await manualMarks(join(out, MANUAL)), mark))
    await writeAll(out, next, collected.files)
    return { out, marks, collected: next }
  })
}

/** Reads everything but the answers. */
async function readAll({ lab: labFile, roster, folder, out }: CollectPlaces, secretFile: string, host: CollectHost) {
  const { signal, dataFolder, readLab, onReading } = host
  onReading(labFile)
  const labBytes = await readLab(labFile)
  const lab = readLabFile(fromUtf8(labBytes, labFile))
  requireMarkable(lab)
  const table = await tableOf(lab, labFile, dataFolder, signal)
  if (roster !== null) onReading(roster)
  const students = roster === null ? null : readRoster((await loadData(roster)).table, lab.id)
  onReading(join(out, MANUAL))
  const manual = await manualMarks(join(out, MANUAL))
  onReading(secretFile)
  const secret = await readSecret(secretFile)
  onReading(folder)
  return { lab, labBytes, table, roster: students, manual, secret }
}

/** The table of a lab's sample or file, which lies beside it; null where each student has their own, or there are no data. */
async function tableOf({ data }: Lab, labFile: string, dataFolder: string, signal: AbortSignal): Promise<Table | null> {
  if (data === null || isToyReference(data)) return null
  if (sampleNamed(data)) return (await loadSample(data, dataFolder, { signal })).table
  return (await loadData(join(dirname(labFile), data), undefined, { signal })).table
}

/** The marks in a manual.csv; none where there is no such file. Throws: data. */
async function manualMarks(file: string): Promise<ManualMark[]> {
  const isThere = await stat(file).then(
    () => true,
    (error: unknown) => {
      const known = readError(file, error)
      if (known instanceof AppError && known.code === 'data.missing-file') return false
      throw known
    }
  )
  return isThere ? readManualMarks((await loadData(file, undefined, { header: true })).table) : []
}

/** Writes the files of a collection that are not as they were written before. */
async function writeAll(out: string, { files }: Collected, before: ReadonlyMap<string, string>): Promise<void> {
  try {
    await makeFolders(join(out, 'feedback'))
  } catch (error) {
    throw writeError(join(out, 'feedback'), error)
  }
  for (const [name, text] of files) if (before.get(name) !== text) await writeAtomically(join(out, name), text)
}

/** Does something while no other process writes to a folder. */
async function holding<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const held = await holdFolder(folder)
  try {
    return await work()
  } finally {
    await held.release()
  }
}
