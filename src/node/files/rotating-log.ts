import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The size from which on a log is rotated, in bytes. */
const MEGABYTE = 1024 * 1024

export interface LogOptions {
  /** 1 MB unless given. A log and the one before it take twice as much at the most, and one entry more. */
  readonly limit?: number
  /** The clock; the system's unless given. */
  readonly now?: () => Date
}

/**
 * A text file with one line an entry: time (ISO 8601, UTC), source, text. When it is full it becomes `<path>.1`, in place of the one
 * before. Entries are written at once, so that the last words of a process that crashes are there.
 */
export class RotatingLog {
  private readonly limit: number
  private readonly now: () => Date
  private size: number | null = null

  constructor(
    readonly path: string,
    { limit = MEGABYTE, now = () => new Date() }: LogOptions = {}
  ) {
    this.limit = limit
    this.now = now
  }

  /** Writes each line of the text as an entry. A log that cannot be written is reported on stderr, once, and never ends the program. */
  write(source: string, text: string): void {
    const time = this.now().toISOString()
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
    if (lines.length === 0) return
    try {
      this.append(lines.map((line) => `${time} ${source} ${line}\n`).join(''))
    } catch (error) {
      if (this.size !== Infinity) console.error('The log cannot be written:', error)
      this.size = Infinity
    }
  }

  private append(text: string): void {
    if (this.size === Infinity) return
    if (this.size === null) {
      mkdirSync(dirname(this.path), { recursive: true })
      this.size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
    }
    if (this.size >= this.limit) {
      renameSync(this.path, `${this.path}.1`)
      this.size = 0
    }
    appendFileSync(this.path, text)
    this.size += Buffer.byteLength(text)
  }
}
