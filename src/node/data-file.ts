import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LabError, readCsv, type ReadOptions, type Table, type TextCode, type ToySource } from '#core'
import { sampleNamed, samples } from '#shared/samples'
import { systemCode } from './files'

/** A data file in memory: what it was, the very bytes, and the table in them. */
export interface LoadedData {
  readonly origin: 'sample' | 'file' | 'toy'
  /** The sample's name, the file's name without its folder, or the toy data set's reference. */
  readonly name: string
  /** What a toy data set is made by. */
  readonly toy?: ToySource
  /** Of the bytes, in hex. */
  readonly sha256: string
  readonly table: Table
  readonly bytes: Uint8Array
}

const MEGABYTE = 1_000_000

/** Every cell is kept as text and as a number, which takes about ten times the file's size in memory. */
export const dataLimitMegabytes = 100

const refusals: Readonly<Record<string, TextCode>> = {
  ENOENT: 'data.missing-file',
  ENOTDIR: 'data.missing-file',
  EISDIR: 'data.is-a-folder',
  EACCES: 'data.no-permission',
  EPERM: 'data.no-permission'
}

/**
 * Reads a data file. `name` is what it is called where its own name says nothing, as that of a copy. What the options
 * leave open is found in the file.
 * Throws: data.
 */
export async function loadData(path: string, name = basename(path), options: ReadOptions = {}): Promise<LoadedData> {
  const bytes = await readWithin(path)
  return { origin: 'file', name, sha256: sha256(bytes), table: readCsv(bytes, options), bytes }
}

/**
 * Reads one of the data sets that come with the app.
 * Throws: data.
 */
export async function loadSample(name: string, dataFolder: string): Promise<LoadedData> {
  const sample = sampleNamed(name)
  if (!sample) throw new LabError('data.no-sample', { name, samples: samples.map((one) => one.name).join(', ') })
  return { ...(await loadData(join(dataFolder, `${name}.csv`), name)), origin: 'sample' }
}

/** The SHA-256 of bytes, in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes of a file, unless it is too large. */
async function readWithin(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > dataLimitMegabytes * MEGABYTE) {
      throw new LabError('data.too-large', { name: path, megabytes: Math.ceil(size / MEGABYTE), limit: dataLimitMegabytes })
    }
    return await readFile(path)
  } catch (error) {
    const reason = systemCode(error)
    if (reason === null) throw error
    throw new LabError(refusals[reason] ?? 'data.unreadable', { name: path, reason })
  }
}
