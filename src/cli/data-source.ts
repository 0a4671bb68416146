import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { isToyReference, parseToyReference, toyTarget, toys, type ReadOptions } from '#core'
import { sampleNamed } from '#shared/samples'
import { loadData, loadSample, type LoadedData } from '../node/data-file'
import { loadToyReference } from '../node/toy-data'

/** Where the data are: in a file, in a sample, in a toy data set, or in a file whose name could have been that of a sample. */
export interface DataSource {
  readonly kind: 'path' | 'sample' | 'toy' | 'bare-name'
  readonly name: string
}

/**
 * What begins with `toy:` is a toy data set; what has a path separator or an ending is a path; a bare name is a sample if there is one
 * of that name, else a path.
 */
export function dataSource(name: string): DataSource {
  if (isToyReference(name)) return { kind: 'toy', name }
  if (/[\\/]/.test(name) || extname(name) !== '') return { kind: 'path', name }
  return { kind: sampleNamed(name) ? 'sample' : 'bare-name', name }
}

/** The target that data come with, where they do. Throws: spec, when there is no such toy data set or a knob cannot be as it says. */
export function ownTarget({ kind, name }: DataSource): string | undefined {
  if (kind === 'toy') return toyTarget(toys[parseToyReference(name).name].task)
  return kind === 'sample' ? sampleNamed(name)?.target : undefined
}

/** Reads the data. A bare name that is no file is taken for a mistyped sample, so that the error lists them. Throws: data. */
export function openData({ kind, name }: DataSource, dataFolder: string, options: ReadOptions = {}): Promise<LoadedData> {
  if (kind === 'toy') return Promise.resolve(loadToyReference(name))
  const isSample = kind === 'sample' || (kind === 'bare-name' && !existsSync(name))
  return isSample ? loadSample(name, dataFolder) : loadData(name, undefined, options)
}
