import { existsSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { AppError, columnNamed, isToyReference, parseToyReference, toyTarget, toys } from '#core'
import { sampleNamed } from '#shared/samples'
import { loadData, loadSample, type LoadedData } from '../node/files/data-file'
import { loadToyReference } from '../node/files/load-toy'
import { messages } from './messages'
import { Progress } from './progress'
import { orAborted } from './or-aborted'
import type { Reading } from './read-flags'
import type { CommandContext } from './report-error'

/** Source of the data: a file, a sample, a toy dataset, a file whose name could have been that of a sample, or standard input. */
export interface DataSource {
  readonly kind: 'path' | 'sample' | 'toy' | 'bare-name' | 'stdin'
  readonly name: string
}

/**
 * Resolves a name: `-` is standard input; one that begins with `toy:` is a toy dataset; one with a path separator or an extension is a path; a bare name is a
 * sample if there is one of that name, else a path.
 */
export function dataSource(name: string): DataSource {
  if (name === '-') return { kind: 'stdin', name }
  if (isToyReference(name)) return { kind: 'toy', name }
  if (/[\\/]/.test(name) || extname(name) !== '') return { kind: 'path', name }
  return { kind: sampleNamed(name) ? 'sample' : 'bare-name', name }
}

/** Returns the target that data come with, if any. Throws: spec, when there is no such toy dataset or a parameter is out of range. */
export function ownTarget({ kind, name }: DataSource): string | undefined {
  if (kind === 'toy') return toyTarget(toys[parseToyReference(name).name].task)
  return kind === 'sample' ? sampleNamed(name)?.target : undefined
}

/**
 * Reads the data, with a progress bar for a large file. A bare name that is not a file is taken as a mistyped sample, so that the error
 * lists them.
 * Throws: data, also when a type is requested for an unknown column; flag, when import options are given for a toy dataset.
 */
export async function openData(source: DataSource, reading: Reading, context: CommandContext): Promise<LoadedData> {
  const data = await load(source, reading, context)
  for (const column of Object.keys(reading.kinds ?? {})) columnNamed(data.table, column)
  return data
}

async function load({ kind, name }: DataSource, asked: Reading, { io, language, signal }: CommandContext): Promise<LoadedData> {
  if (kind === 'toy') {
    const [option] = Object.keys(asked)
    if (option !== undefined) throw new AppError('flag.not-together', { flag: `--${flagOfReading[option] ?? option}`, other: name })
    return loadToyReference(name)
  }
  const isSample = kind === 'sample' || (kind === 'bare-name' && !existsSync(name))
  if (isSample) return loadSample(name, io.dataFolder, { ...asked, signal })
  const progress = new Progress(io, messages[language].reading, language)
  try {
    const reading = loadData(kind === 'stdin' ? standardInput() : name, kind === 'stdin' ? name : undefined, {
      ...asked,
      signal,
      onProgress: ({ bytes, total }) => {
        if (total >= LARGE) progress.update({ done: Math.floor(bytes / MEGABYTE), total: Math.ceil(total / MEGABYTE), text: '' })
      }
    })
    return await orAborted(reading, signal)
  } finally {
    progress.end()
  }
}

/** The path of standard input. Throws: data, where it has none, or nothing is sent to it. */
function standardInput(): string {
  if (process.platform === 'win32') throw new AppError('data.no-stdin')
  const path = '/dev/stdin'
  // A terminal, or the null device that stands in for an input that was closed.
  if (statSync(path).isCharacterDevice()) throw new AppError('data.nothing-piped')
  return path
}

const MEGABYTE = 1_000_000
/** Smaller files are read before a progress bar could be seen. */
const LARGE = 20 * MEGABYTE

/** Flags whose names differ from the options they set. */
const flagOfReading: Readonly<Record<string, string>> = { missing: 'missing-values', kinds: 'types', sample: 'rows' }
