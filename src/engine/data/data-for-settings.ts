import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError, type ReadingRequest, type Settings, type SettingsFile } from '#core'
import { loadToyReference } from '../../node/files/load-toy'
import type { DatasetLoader, OpenedData } from './dataset-loader'

/** The places where the table of a settings file is looked for. */
export interface DataSearch {
  /** The table that is open at present. */
  readonly open: OpenedData | null
  readonly loader: DatasetLoader
  /** A folder with the table that the settings may have been made for; none unless given. */
  readonly folder?: string
  /** Import options of that table; found in the file unless given. */
  readonly reading?: ReadingRequest
}

/**
 * Returns the table that settings are for: the open one where they were made for it, else the sample or toy data set they name, a file of
 * that name and content in the folder, or the open one where it has all their columns.
 * Throws: request.settings-data, naming the table to open first; data.
 */
export async function dataFor({ data, settings }: SettingsFile, { open, loader, folder, reading }: DataSearch): Promise<OpenedData> {
  if (open && (data === null || data.sha256 === open.sha256) && hasColumns(open, settings)) return open
  if (data?.origin === 'sample') return loader.read(loader.sample(data.name))
  if (data?.origin === 'toy' && !data.name.includes('#')) return loadToyReference(data.name)
  if (data && folder !== undefined) {
    // A name that the program wrote has no folder in it.
    const path = join(folder, basename(data.name))
    const beside = existsSync(path) ? await loader.read({ kind: 'file', path }, reading) : null
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
