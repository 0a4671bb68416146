/** Limits in seconds. A process that has not answered yet may still be read from a slow disk. */
const IDLE_LIMIT = 10
const FIRST_LIMIT = 30
/** A single step of a large network can take minutes, of processor time and without an answer. */
const BUSY_LIMIT = 600
/** Per cent of a processor from which on a process is at work. */
const BUSY = 1

export interface EngineWatchOptions {
  /** Asks the process for a sign of life, which comes back through `heard`; one that has just been started reads it first of all. */
  readonly ask: () => void
  /** Returns the per cent of a processor that the process has used since the last call. */
  readonly load: () => number
  /** Called once: the process hangs, in a computation that does not end or waiting for something that does not come. */
  readonly onHung: (kind: 'busy' | 'idle') => void
}

/**
 * Tells a process that hangs from one that takes its time, by a question each second: without an answer for 10 seconds and without using the
 * processor it hangs, and with using it after 10 minutes. Time is counted by questions, not by a clock: a computer that slept has asked none.
 */
export class EngineWatch {
  private timer: NodeJS.Timeout | undefined
  private hasAnswered = false
  private isAnswered = false
  private silent = 0
  private idle = 0

  constructor(private readonly options: EngineWatchOptions) {}

  /** Whether the process has ever answered. */
  get answered(): boolean {
    return this.hasAnswered
  }

  /** Asks at once: whatever the process does for a page comes after its first answer, so that one without an answer has done nothing yet. */
  start(): void {
    this.options.ask()
    this.timer = setInterval(() => this.look(), 1000)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** The process has answered. */
  heard(): void {
    this.hasAnswered = true
    this.isAnswered = true
  }

  private look(): void {
    const { ask, load, onHung } = this.options
    const isBusy = load() >= BUSY
    if (this.isAnswered) {
      this.isAnswered = false
      this.silent = this.idle = 0
      ask()
      return
    }
    this.silent++
    this.idle = isBusy ? 0 : this.idle + 1
    const isIdle = this.idle >= (this.hasAnswered ? IDLE_LIMIT : FIRST_LIMIT)
    if (!isIdle && this.silent < BUSY_LIMIT) return
    this.stop()
    onHung(isIdle ? 'idle' : 'busy')
  }
}
