import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { CooperativeTask } from '#core'

export { yieldToEventLoop }

/** The longest that messages and timers wait for a slice of a task, in milliseconds: shorter than a frame, far longer than a message. */
const SLICE = 10

export interface CooperativeOptions {
  /** Cancels the task, which then throws the signal's reason. */
  readonly signal?: AbortSignal
  /** Reports how much each part of the task was, in the task's own unit. */
  readonly onProgress?: (amount: number) => void
  /** The time for which the task holds the event loop at once, in milliseconds; 10 unless given. */
  readonly slice?: number
}

/**
 * Runs a task in slices between which the process answers messages.
 * Throws: the reason of the signal, once it is aborted; what the task throws.
 */
export async function runCooperatively<T>(
  task: CooperativeTask<T>,
  { signal, onProgress, slice = SLICE }: CooperativeOptions = {}
): Promise<T> {
  signal?.throwIfAborted()
  const turn = new EventLoopTurn({ signal, slice })
  try {
    for (;;) {
      const { done, value } = task.next()
      if (done) return value
      onProgress?.(value)
      if (turn.isOver) await turn.yield()
    }
  } finally {
    // Of one that was cancelled, what it holds is let go.
    task.return(undefined as never)
  }
}

/** The turn of long work at the event loop, for work that is no task since it awaits others in between. */
export class EventLoopTurn {
  private since = performance.now()
  private readonly signal: AbortSignal | undefined
  private readonly slice: number

  constructor({ signal, slice = SLICE }: Pick<CooperativeOptions, 'signal' | 'slice'> = {}) {
    this.signal = signal
    this.slice = slice
  }

  get isOver(): boolean {
    return performance.now() - this.since >= this.slice
  }

  /** Lets messages and timers in. Throws: the reason of the signal, where it is aborted. */
  async yield(): Promise<void> {
    await yieldToEventLoop()
    this.signal?.throwIfAborted()
    this.since = performance.now()
  }
}
