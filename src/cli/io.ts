import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Destination of text. */
export interface Sink {
  write(text: string): unknown
  /** Whether it is a terminal, where a line can be overwritten. */
  readonly isTTY?: boolean
  /** The terminal's width in columns. */
  readonly columns?: number
}

/** Everything the command line exchanges with its environment. */
export interface CommandIo {
  /** Results. */
  readonly stdout: Sink
  /** Everything else. */
  readonly stderr: Sink
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder of the sample datasets. */
  readonly dataFolder: string
  /** Reads all of standard input, as text. */
  readInput(): Promise<string>
  /** Milliseconds from an arbitrary start. */
  now(): number
  /** Calls the listener on an interrupt, instead of ending the process; returns a function that undoes this. */
  onInterrupt(listener: () => void): () => void
}

/** Completes the given parts with those of the process. */
export function completeIo(given: Partial<CommandIo>): CommandIo {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    dataFolder: given.dataFolder ?? findDataFolder(),
    readInput,
    now: () => performance.now(),
    onInterrupt,
    ...given
  }
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString('utf8')
}

/** One Ctrl+C can arrive twice, from the terminal and from npm, within a few milliseconds; a person takes longer. */
const ONE_SIGNAL_MS = 500

/** Listens for one signal; a later one ends the process at once, as the system does, since the listener is removed. */
function onInterrupt(listener: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  let timer: NodeJS.Timeout | null = null
  const handle = () => {
    if (timer) return
    timer = setTimeout(off, ONE_SIGNAL_MS).unref()
    listener()
  }
  const off = () => {
    for (const signal of signals) process.off(signal, handle)
  }
  for (const signal of signals) process.on(signal, handle)
  return off
}

/** Finds the nearest folder `data` with the samples, from this module's folder outwards. */
function findDataFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, 'data')
    if (existsSync(join(candidate, 'iris.csv')) || dirname(folder) === folder) return candidate
  }
}
