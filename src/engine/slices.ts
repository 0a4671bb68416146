import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { AppError, type CooperativeTask } from '#core'

/** How long messages may have to wait for a slice, in milliseconds. */
const SLICE = 10

/** Lets messages have their turn when a slice is over. */
export class Slices {
  private since = performance.now()

  constructor(private readonly isWanted: () => boolean = () => true) {}

  /** Answers whether a slice was over. Throws: request.cancelled, when what is done is not wanted any more. */
  async next(): Promise<boolean> {
    if (performance.now() - this.since < SLICE) return false
    await yieldToEventLoop()
    if (!this.isWanted()) throw new AppError('request.cancelled')
    this.since = performance.now()
    return true
  }
}

/**
 * Does work in slices between which the process answers messages; `onPart` is told how much each part was.
 * Throws: request.cancelled, when it is not wanted any more; what the work throws.
 */
export async function inSlices<T>(
  work: CooperativeTask<T>,
  isWanted?: () => boolean,
  onPart: (cells: number) => void = () => undefined
): Promise<T> {
  const slices = new Slices(isWanted)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    onPart(value)
    await slices.next()
  }
}
