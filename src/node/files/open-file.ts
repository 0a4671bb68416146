import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { AppError } from '#core'
import { readPipe, requireReadable } from './read-whole'

/** The bytes read at once: enough that waiting for the next piece counts little on a busy machine. */
const pieceBytes = 4 * 1024 * 1024

/** A state of a file, by size and time. */
export interface FileState {
  readonly size: number
  /** When it was written last, in milliseconds. */
  readonly modified: number
}

/** A data file that is open for reading, as often as needed. */
export class OpenFile {
  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    readonly state: FileState,
    /** All that came through a pipe, which can be read but once; null for a file. */
    readonly content: Uint8Array | null
  ) {}

  /** Throws: the system's errors; data, for a folder or a device, and a pipe that has too much. */
  static async open(path: string): Promise<OpenFile> {
    const isPipe = await requireReadable(path, true)
    // What was swapped for a pipe in this moment does not keep the process waiting for its other end.
    const handle = await open(path, isPipe ? 'r' : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      if (isPipe) {
        const content = await readPipe(handle, path, 'pipe')
        return new OpenFile(path, handle, { size: content.length, modified: 0 }, content)
      }
      const { size, mtimeMs } = await handle.stat()
      return new OpenFile(path, handle, { size, modified: mtimeMs }, null)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** So many bytes from an offset on. */
  async part(at: number, length: number): Promise<Uint8Array> {
    if (this.content) return this.content.subarray(at, at + length)
    const { buffer, bytesRead } = await this.handle.read(new Uint8Array(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }

  /**
   * The bytes from the beginning, in pieces, the next one being read ahead. Each is valid until the next one is asked for. Of a file that
   * grows meanwhile no more is read than one piece.
   * Throws: the system's errors; data, when the file was changed meanwhile.
   */
  async *pieces(): AsyncGenerator<Uint8Array, void> {
    const { content, path, state } = this
    if (content) {
      for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes)
      return
    }
    let at = 0
    let next = this.read(new Uint8Array(pieceBytes), 0)
    try {
      for (let spare: Uint8Array = new Uint8Array(pieceBytes); ;) {
        const piece = await next
        if (piece.length === 0) break
        at += piece.length
        if (at > state.size) break
        next = this.read(spare, at)
        yield piece
        spare = new Uint8Array(piece.buffer)
      }
    } finally {
      // The file may not be closed while it is read.
      await next.catch(() => undefined)
    }
    if (at !== state.size || !(await isInState(path, state))) throw new AppError('data.changed-while-read', { name: path })
  }

  private async read(buffer: Uint8Array, at: number): Promise<Uint8Array> {
    const { bytesRead } = await this.handle.read(buffer, 0, pieceBytes, at)
    return buffer.subarray(0, bytesRead)
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}

/** Whether the file at a path is still in a state; false when it is not there. */
export async function isInState(path: string, { size, modified }: FileState): Promise<boolean> {
  const now = await stat(path).catch(() => null)
  return now !== null && now.size === size && now.mtimeMs === modified
}
