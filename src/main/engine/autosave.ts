/** Time between a change and its saving, in milliseconds; while training, at least this long between two savings. */
const DELAY = 1500

/**
 * Saves some time after a change, never twice at once, and so seldom that saving takes at most a twentieth of the time.
 * `save` never throws: it reports.
 */
export class Autosave {
  private timer: NodeJS.Timeout | null = null
  private saving: Promise<void> | null = null
  private delay = DELAY

  constructor(private readonly save: () => Promise<void>) {}

  /** Something changed. */
  touch(): void {
    this.timer ??= setTimeout(() => void this.flush(), this.delay)
  }

  /** Saves now, after a saving in progress. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.saving
    const start = performance.now()
    this.saving = this.save()
    await this.saving
    this.saving = null
    this.delay = Math.max(DELAY, 20 * (performance.now() - start))
  }
}
