import { existsSync } from 'node:fs'
import { AppError, type StoredExperiment } from '#core'
import { dataSource, type DataSource } from './data-source'
import { required, type Values } from './flag-values'

/**
 * Returns the data of a stored run: those that --data names, or else those it was trained on. A file is looked for by its name in the
 * current folder, since a run does not say where it was.
 * Throws: flag, when it is not there.
 */
export function dataOfRun(values: Values, { data: { origin, name } }: StoredExperiment, path: string): DataSource {
  if (values.has('data')) return dataSource(required(values, 'data'))
  if (origin !== 'file') return { kind: origin, name }
  if (!existsSync(name)) throw new AppError('flag.run-data', { path, name })
  return { kind: 'path', name }
}
