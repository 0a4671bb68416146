/** Time between a change and its saving, in milliseconds; while training, at least this long between two savings. */
const DELAY = 1500

/**
 * Saves some time after a change, never twice at once, and so seldom that saving takes at most a twentieth of the time.
 * `save` never throws: it reports.
 */
export class Autosave {
  private timer: NodeJS.Timeout | null = null
  private last: Promise<void> = Promise.resolve()
  private delay = DELAY

  constructor(private readonly save: () => Promise<void>) {}

  /** Something changed. */
  touch(): void {
    this.timer ??= setTimeout(() => void this.flush(), this.delay)
  }

  /** Saves now, after a saving in progress. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.last = this.last.then(() => this.saveOnce())
    return this.last
  }

  private async saveOnce(): Promise<void> {
    const start = performance.now()
    await this.save()
    this.delay = Math.max(DELAY, 20 * (performance.now() - start))
  }
}
