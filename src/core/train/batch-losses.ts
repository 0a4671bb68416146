/** So many points are kept at most: more than a chart is wide in pixels, and even, so that they merge in pairs. */
export const MOST_BATCH_POINTS = 2000

/** The total losses of mini-batches, each before its step, with the regularizer; several adjacent ones to a point in a long run. */
export interface BatchLosses {
  /** Where a point's last mini-batch ends, in epochs. */
  readonly at: Float64Array
  /** The lowest and the highest of its losses. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * Keeps the losses of a run's mini-batches in bounded room: whenever it is full, points merge in pairs, and from then on each is twice as
 * many mini-batches. A spike is never lost.
 */
export class BatchLossRecorder {
  private readonly at = new Float64Array(MOST_BATCH_POINTS)
  private readonly low = new Float64Array(MOST_BATCH_POINTS)
  private readonly high = new Float64Array(MOST_BATCH_POINTS)
  private count = 0
  private perPoint = 1
  /** Mini-batches of the last point, while it is not full. */
  private started = 0

  /** One more mini-batch, which ends at so many epochs. */
  push(at: number, loss: number): void {
    if (this.started === 0) {
      if (this.count === MOST_BATCH_POINTS) this.mergePairs()
      this.low[this.count] = loss
      this.high[this.count] = loss
      this.count += 1
    }
    const last = this.count - 1
    this.at[last] = at
    if (loss < this.low[last]) this.low[last] = loss
    if (loss > this.high[last]) this.high[last] = loss
    this.started = this.started + 1 === this.perPoint ? 0 : this.started + 1
  }

  /** Forgets what comes after so many epochs, and the point that reaches over it. */
  cutAt(epochs: number): void {
    while (this.count > 0 && this.at[this.count - 1] > epochs) this.count -= 1
    this.started = 0
    if (this.count === 0) this.perPoint = 1
  }

  /** Returns copies of its numbers. */
  read(): BatchLosses {
    const { at, low, high, count } = this
    return { at: at.slice(0, count), low: low.slice(0, count), high: high.slice(0, count) }
  }

  private mergePairs(): void {
    const { at, low, high } = this
    this.count /= 2
    for (let i = 0; i < this.count; i++) {
      at[i] = at[2 * i + 1]
      low[i] = Math.min(low[2 * i], low[2 * i + 1])
      high[i] = Math.max(high[2 * i], high[2 * i + 1])
    }
    this.perPoint *= 2
  }
}
