import { estimateRemaining } from '#core'
import type { Preparing } from '#shared/contract'

/** Work that ends sooner is not reported, in milliseconds. */
const DELAY = 250
/** Time between two reports, in milliseconds. */
const INTERVAL = 100

/** Reports how far long work is, now and then, and that it is over where anything was reported. */
export class ProgressReporter {
  private start = 0
  private lastReport: number | null = null
  private stage: Preparing['stage'] = 'preparing'
  private done = 0
  private total = 0

  constructor(
    private readonly report: (preparing: Preparing | null) => void,
    private readonly now: () => number = () => performance.now()
  ) {}

  /** A stage begins, of so many cells where that is known. */
  begin(stage: Preparing['stage'], total = 0): void {
    this.start = this.now()
    this.stage = stage
    this.done = 0
    this.total = total
  }

  /** So much more is done. */
  add(cells: number): void {
    this.done += cells
    const now = this.now()
    if (now - (this.lastReport ?? this.start + DELAY - INTERVAL) < INTERVAL) return
    this.lastReport = now
    const { stage, done, total } = this
    const part = total > 0 ? Math.min(1, done / total) : null
    this.report({ stage, part, left: estimateRemaining({ done, total }, (now - this.start) / 1000) })
  }

  /** Nothing more is done. */
  end(): void {
    if (this.lastReport !== null) this.report(null)
    this.lastReport = null
  }
}
