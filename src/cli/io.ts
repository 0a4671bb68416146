import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { fromUtf8, type PythonEngine, type PythonLimits } from '#core'
import { leave } from '../node/files/leavings'
import { requireSize } from '../node/files/read-whole'
import { ChildPython } from '../node/python/child-python'
import { ProcessSink, type Sink } from './process-sink'
import { endBySignal, onSignals } from './signals'

/** Everything the command line exchanges with its environment. */
export interface CommandIo {
  /** Results. */
  readonly stdout: Sink
  /** Everything else. */
  readonly stderr: Sink
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder of the sample datasets. */
  readonly dataFolder: string
  /** Python for the programs of students, shut in. */
  createPython(limits?: PythonLimits): PythonEngine
  /** Reads all of standard input, as text. */
  readInput(signal: AbortSignal): Promise<string>
  /** Milliseconds from an arbitrary start. */
  now(): number
  /** Calls `first` on an interrupt, instead of ending the process, and `again` on a later one; returns a function that undoes this. */
  onInterrupt(first: () => void, again: () => void): () => void
  /** Ends the process at once, without leaving temporary files behind. */
  leave(): void
}

/** Completes the given parts with those of the process. */
export function completeIo(given: Partial<CommandIo>): CommandIo {
  return {
    stdout: given.stdout ?? new ProcessSink(process.stdout),
    stderr: given.stderr ?? new ProcessSink(process.stderr),
    env: process.env,
    dataFolder: given.dataFolder ?? findDataFolder(),
    createPython: (limits) => new ChildPython(findUpwards('out/python', 'child.mjs'), limits),
    readInput,
    now: () => performance.now(),
    onInterrupt: onSignals,
    leave: () => leave(endBySignal),
    ...given
  }
}

/** Throws: data, where there is more than cases may be; format, where it is not UTF-8. */
async function readInput(signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of addAbortSignal(signal, process.stdin)) {
    const bytes = Buffer.from(chunk as Uint8Array)
    length += bytes.length
    requireSize('stdin', length, 'cases')
    chunks.push(bytes)
  }
  return fromUtf8(Buffer.concat(chunks), 'stdin')
}

/** Finds the nearest folder with the samples, from this module's folder outwards. */
function findDataFolder(): string {
  return findUpwards('data', 'iris.csv')
}

/** Finds the nearest folder of a name in which a file is, from this module's folder outwards; the outermost where there is none. */
function findUpwards(name: string, file: string): string {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, name)
    if (existsSync(join(candidate, file)) || dirname(folder) === folder) return candidate
  }
}
