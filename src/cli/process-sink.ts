/** Destination of text. */
export interface Sink {
  write(text: string): unknown
  /** Whether it is a terminal, where a line can be overwritten. */
  readonly isTTY?: boolean
  /** The terminal's width in columns. */
  readonly columns?: number
  /** Waits until all is written; the system's code where something could not be, else null. */
  flushed?(): Promise<string | null>
}

/** One of the process's output streams, which never ends the process: what a reader that has gone, or a full disk, does not take is left out. */
export class ProcessSink implements Sink {
  private failure: string | null = null
  private pending = 0
  private isFlushed: () => void = () => undefined

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => (this.failure ??= error.code ?? error.message))
  }

  get isTTY(): boolean {
    return this.stream.isTTY
  }

  get columns(): number {
    return this.stream.columns
  }

  write(text: string): void {
    if (this.failure !== null) return
    this.pending++
    this.stream.write(text, () => {
      // The stream's own error follows the call.
      if (--this.pending === 0) setImmediate(this.isFlushed)
    })
  }

  /** Waits until all is written. Returns the system's code where something could not be; null also where the reader has gone. */
  async flushed(): Promise<string | null> {
    if (this.pending > 0) await new Promise<void>((resolve) => (this.isFlushed = resolve))
    return this.failure !== null && !gone.has(this.failure) ? this.failure : null
  }
}

/** The errors of a pipe that nobody reads any more, as after `head`, and of a terminal that was closed. */
const gone: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'EIO', 'ERR_STREAM_DESTROYED'])
