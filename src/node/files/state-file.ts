import { join, parse } from 'node:path'
import { AppError, toWire } from '#core'
import type { StartProblem } from '#shared/contract'
import { makeFolders } from './make-folders'
import { readIfPresent } from './read-if-present'
import type { BeforeReading, readLimits } from './read-whole'
import { setAside } from './set-aside'
import { writeError } from './system-errors'
import { writeAtomically } from './write-atomically'

export interface StateFileOptions<State> {
  readonly folder: string
  readonly name: string
  /** By which it is known how large it can be; small unless given. */
  readonly kind?: keyof typeof readLimits
  /** Looks at the file before all of it is read. */
  readonly before?: BeforeReading
  /** Returns the state that the bytes stand for. Throws what is wrong with them. */
  readonly parse: (bytes: Uint8Array) => State | Promise<State>
  /** Whether another file of the folder belongs to this one and is moved with it; none unless given. */
  readonly belongs?: (file: string) => boolean
}

/**
 * A file in which the app keeps something for its next start: the one way to read and write all of them. Only a file that is not there means
 * that nothing was kept. One that cannot be read, be it damaged or refused by the system, is moved into a folder of its own and kept; where
 * that fails too it stays as it is and is never overwritten.
 */
export class StateFile<State> {
  private unreadable: StartProblem | null = null
  private isBlocked = false

  constructor(private readonly options: StateFileOptions<State>) {}

  /** Why the file could not be read, and where it is kept; null where it was not there or was read. */
  get problem(): StartProblem | null {
    return this.unreadable
  }

  /** Whether the file could neither be read nor moved aside, so that nothing is written in its place. */
  get blocked(): boolean {
    return this.isBlocked
  }

  /** Returns what was kept; null where there is nothing, and where it could not be read, which `problem` then tells of. */
  async read(): Promise<State | null> {
    const { folder, name, kind, before } = this.options
    try {
      const bytes = await readIfPresent(join(folder, name), kind, before)
      return bytes && (await this.options.parse(bytes))
    } catch (error) {
      await this.refuse(error)
      return null
    }
  }

  /** Moves the file aside, be it only that what was read turned out to be of no use. */
  async refuse(why: unknown): Promise<void> {
    this.unreadable = { why: toWire(why), kept: toWire(await this.putAside()) }
  }

  /** Writes the state. Throws: file. */
  async write(content: Uint8Array | string): Promise<void> {
    const { folder, name } = this.options
    this.requireWritable()
    await makeFolder(folder)
    await writeAtomically(join(folder, name), content)
  }

  /** Throws: file, where the file that is there must not be overwritten. */
  requireWritable(): void {
    const { folder, name } = this.options
    if (this.isBlocked) throw new AppError('file.not-overwritten', { path: join(folder, name) })
  }

  /** Moves the file aside; returns what is to be said of it. */
  private async putAside(): Promise<AppError> {
    const { folder, name, belongs = () => false } = this.options
    try {
      const path = await setAside(folder, parse(name).name, (file) => file === name || belongs(file))
      return new AppError('file.set-aside', { name, path })
    } catch {
      this.isBlocked = true
      return new AppError('file.left-unread', { path: join(folder, name) })
    }
  }
}

/** Makes a folder for the app's own files unless it is there. Throws: file. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeFolders(path)
  } catch (error) {
    throw writeError(path, error)
  }
}
