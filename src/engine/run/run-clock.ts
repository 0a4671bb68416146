/** The time a run has spent training, in milliseconds: that of its slices and of what comes between them, as long as it is running. */
export class RunClock {
  private startedAt: number | null = null

  constructor(
    private spent: number,
    private readonly now: () => number
  ) {}

  get milliseconds(): number {
    return this.spent + (this.startedAt === null ? 0 : this.now() - this.startedAt)
  }

  start(): void {
    this.startedAt = this.now()
  }

  stop(): void {
    this.spent = this.milliseconds
    this.startedAt = null
  }

  /** Sets the time spent; a running clock goes on from there. */
  set(milliseconds: number): void {
    this.spent = milliseconds
    if (this.startedAt !== null) this.start()
  }
}
