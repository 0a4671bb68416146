import { stat, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError, readSettingsJson, type Settings, type SettingsFile } from '#core'
import { readError } from '../node/files/system-errors'
import { loadToyReference } from '../node/files/load-toy'
import type { DatasetLoader, OpenedData } from './dataset-loader'

/** Bytes of a file of settings at most: thousands of features, each with choices of its own, take less. */
const MOST_BYTES = 4 * 1024 * 1024

/** Reads a file of settings. Throws: data, when it cannot be read; format; spec. */
export async function loadSettingsFile(path: string): Promise<SettingsFile> {
  return readSettingsJson(await readSmall(path, MOST_BYTES))
}

/** The bytes of a file that must not be longer than that. Throws: data, format. */
export async function readSmall(path: string, limit: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > limit) throw new AppError('format.too-large', { what: basename(path), actual: size, limit })
    return await readFile(path)
  } catch (error) {
    throw readError(basename(path), error)
  }
}

export interface Surroundings {
  /** What is open at present. */
  readonly open: OpenedData | null
  readonly desk: DatasetLoader
  /** Where a table may lie that the settings were made for; nowhere unless given. */
  readonly folder?: string
}

/**
 * The table that settings are for: what is open where they were made for it, else the sample or toy data set they name, a file of
 * that name and content in the folder, or what is open where it has all their columns.
 * Throws: request.settings-data, naming the table to open first; data.
 */
export async function dataFor({ data, settings }: SettingsFile, { open, desk, folder }: Surroundings): Promise<OpenedData> {
  if (open && (data === null || data.sha256 === open.sha256) && hasColumns(open, settings)) return open
  if (data?.origin === 'sample') return desk.read(desk.sample(data.name))
  if (data?.origin === 'toy' && !data.name.includes('#')) return loadToyReference(data.name)
  if (data && folder !== undefined) {
    // A name with a folder in it is none that we wrote.
    const path = join(folder, basename(data.name))
    const beside = existsSync(path) ? await desk.read({ kind: 'file', path }) : null
    if (beside && hasColumns(beside, settings)) return beside
  }
  if (open && hasColumns(open, settings)) return open
  throw new AppError('request.settings-data', { name: data?.name ?? [...settings.targets, ...settings.features].join(', ').slice(0, 200) })
}

/** Whether a table has every column that settings name. */
export function hasColumns({ table }: OpenedData, { targets, features }: Settings): boolean {
  const names = new Set(table.columns.map(({ name }) => name))
  return [...targets, ...features].every((name) => names.has(name))
}
