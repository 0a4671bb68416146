import type { Preparing } from '#shared/contract'

/** What is done sooner is not told of, and nobody is told more often, in milliseconds. */
const PATIENCE = 250
const INTERVAL = 100
/** An estimate from less than this is a guess, in milliseconds. */
const FIRST_ESTIMATE = 500

/** Tells how far long work is, now and then, and that it is over where anything was told. */
export class ProgressReporter {
  private began = 0
  private told: number | null = null
  private stage: Preparing['stage'] = 'preparing'
  private done = 0
  private total = 0

  constructor(
    private readonly tell: (preparing: Preparing | null) => void,
    private readonly now: () => number = () => performance.now()
  ) {}

  /** A stage begins, of so many cells where that is known. */
  begin(stage: Preparing['stage'], total = 0): void {
    this.began = this.now()
    this.stage = stage
    this.done = 0
    this.total = total
  }

  /** So much more is done. */
  add(cells: number): void {
    this.done += cells
    const now = this.now()
    if (now - (this.told ?? this.began + PATIENCE - INTERVAL) < INTERVAL) return
    this.told = now
    const part = this.total > 0 ? Math.min(1, this.done / this.total) : null
    const spent = now - this.began
    const left = part === null || spent < FIRST_ESTIMATE ? null : (spent * (1 - part)) / part / 1000
    this.tell({ stage: this.stage, part, left })
  }

  /** Nothing more is done. */
  end(): void {
    if (this.told !== null) this.tell(null)
    this.told = null
  }
}
