import { open, stat, type FileHandle } from 'node:fs/promises'
import { AppError } from '#core'

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
    private readonly isPlain: boolean
  ) {}

  /** Throws: the system's errors; data, for a folder. */
  static async open(path: string): Promise<OpenFile> {
    const found = await stat(path)
    if (found.isDirectory()) throw new AppError('data.is-a-folder', { name: path })
    const state = { size: found.size, modified: found.mtimeMs }
    return new OpenFile(path, await open(path, 'r'), state, found.isFile())
  }

  /** So many bytes from an offset on; none of what is no plain file and can be read but once. */
  async part(at: number, length: number): Promise<Uint8Array> {
    if (!this.isPlain) return new Uint8Array(0)
    const { buffer, bytesRead } = await this.handle.read(new Uint8Array(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }

  /**
   * The bytes from the beginning, in pieces, the next one being read ahead. Each is valid until the next one is asked for.
   * Throws: the system's errors; data, when the file was changed meanwhile.
   */
  async *pieces(): AsyncGenerator<Uint8Array, void> {
    let at = 0
    let next = this.read(new Uint8Array(pieceBytes), 0)
    try {
      for (let spare: Uint8Array = new Uint8Array(pieceBytes); ;) {
        const piece = await next
        if (piece.length === 0) break
        at += piece.length
        next = this.read(spare, at)
        yield piece
        spare = new Uint8Array(piece.buffer)
      }
    } finally {
      // The file may not be closed while it is read.
      await next.catch(() => undefined)
    }
    if (this.isPlain && (at !== this.state.size || !(await isInState(this.path, this.state)))) {
      throw new AppError('data.changed-while-read', { name: this.path })
    }
  }

  private async read(buffer: Uint8Array, at: number): Promise<Uint8Array> {
    const { bytesRead } = await this.handle.read(buffer, 0, pieceBytes, this.isPlain ? at : null)
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
