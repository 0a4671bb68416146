import { epochOrder } from './machine'

/** The orders of the training rows by epochs, looked up where more than the machine needs them. The whole order of many rows takes its time. */
export class RowOrders {
  /** The first rows in the order of the first epoch, as far as they were asked for. */
  private firstRows = new Int32Array(0)
  private latest: { readonly epoch: number; readonly order: Int32Array } | null = null

  constructor(
    private readonly rows: number,
    private readonly shuffleSeed: number
  ) {}

  /** The first so many rows of the first epoch. */
  first(count: number): Int32Array {
    const wanted = Math.min(this.rows, count)
    if (this.firstRows.length < wanted) this.firstRows = epochOrder(this.rows, this.shuffleSeed, 0).slice(0, wanted)
    return this.firstRows.subarray(0, wanted)
  }

  /** The rows of an epoch from one place in its order to before another. */
  part(epoch: number, from: number, to: number): Int32Array {
    if (this.latest?.epoch !== epoch) this.latest = { epoch, order: epochOrder(this.rows, this.shuffleSeed, epoch) }
    return this.latest.order.slice(from, to)
  }
}
