import { toWire } from '#core'
import type { WireError } from '#shared/contract'

/** Time between a change and its saving, in milliseconds; while training, at least this long between two savings. */
const DELAY = 1500
/** Time until a saving that failed is tried again, in milliseconds. */
const AGAIN = 5000

/**
 * Saves some time after a change, never twice at once, and so seldom that saving takes at most a twentieth of the time. While saving fails
 * it is tried again and again, changes or not.
 */
export class Autosave {
  private timer: NodeJS.Timeout | null = null
  private last: Promise<void> = Promise.resolve()
  private delay = DELAY
  private failure: WireError | null = null
  private isOver = false

  /** `report` gets the problem of every saving that fails, and null from the first one that does not after that. */
  constructor(
    private readonly save: () => Promise<void>,
    private readonly report: (problem: WireError | null) => void
  ) {}

  /** Why the last saving failed; null where it did not. */
  get problem(): WireError | null {
    return this.failure
  }

  /** Something changed. */
  touch(): void {
    if (!this.isOver) this.timer ??= setTimeout(() => void this.flush(), this.delay)
  }

  /** Saves now, after a saving in progress. Resolves when that was tried; whether it failed is reported. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.last = this.last.then(() => this.saveOnce())
    return this.last
  }

  /** Saves for the last time. */
  end(): Promise<void> {
    this.isOver = true
    return this.flush()
  }

  private async saveOnce(): Promise<void> {
    const start = performance.now()
    const before = this.failure
    try {
      await this.save()
      this.failure = null
    } catch (error) {
      this.failure = toWire(error)
    }
    const took = 20 * (performance.now() - start)
    this.delay = Math.max(this.failure ? AGAIN : DELAY, took)
    if (this.failure || before) this.report(this.failure)
    if (this.failure) this.touch()
  }
}
