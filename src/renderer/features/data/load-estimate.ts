import { estimateRemaining } from '#core'
import type { LoadProgress } from '#shared/contract'

/** Minimum remaining time for an estimate, in seconds. */
const LEAST_LEFT = 0.3

export interface LoadEstimate {
  /** 0 to 1. */
  readonly share: number
  /** In seconds; null where it cannot be told yet, or is not worth telling. */
  readonly left: number | null
}

/** Estimates progress and remaining time of reading a file, at a constant rate. */
export function estimateLoad({ stage, bytes, total }: Pick<LoadProgress, 'stage' | 'bytes' | 'total'>, seconds: number): LoadEstimate {
  const share = total > 0 ? Math.min(1, bytes / total) : 0
  // After the reading, the seconds are still those of the reading.
  const left = stage === 'reading' ? estimateRemaining({ done: bytes, total }, seconds) : null
  return { share, left: left !== null && left < LEAST_LEFT ? null : left }
}
