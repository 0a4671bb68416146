import type { LoadProgress } from '#shared/data'

/** An estimate from less than this is a guess, in seconds. */
const FIRST_ESTIMATE = 0.5
/** What ends sooner than this needs no estimate, in seconds. */
const LEAST_LEFT = 0.3

export interface LoadEstimate {
  /** 0 to 1. */
  readonly share: number
  /** In seconds; null where it cannot be told yet, or is not worth telling. */
  readonly left: number | null
}

/** How far a file is read after some seconds, and how long the rest will take at the same pace. */
export function estimateLoad({ stage, bytes, total }: Pick<LoadProgress, 'stage' | 'bytes' | 'total'>, seconds: number): LoadEstimate {
  const share = total > 0 ? Math.min(1, bytes / total) : 0
  // The seconds are those of the reading before.
  if (stage !== 'reading') return { share, left: null }
  if (share === 0 || seconds < FIRST_ESTIMATE) return { share, left: null }
  const left = (seconds * (1 - share)) / share
  return { share, left: left < LEAST_LEFT ? null : left }
}
