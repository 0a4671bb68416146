/** Progress of a task: the amount done and the total. */
export interface TaskProgress {
  readonly done: number
  readonly total: number
}

/** An estimate from less than this is a guess, in seconds. */
const STEADY_AFTER = 0.5

/**
 * The seconds that the rest of a task takes at the pace so far, elapsed · (total − done) / done; null where nothing is done yet, where the
 * total is not known (0), and before `steadyAfter` seconds, as the pace is a guess until then.
 */
export function estimateRemaining({ done, total }: TaskProgress, elapsed: number, steadyAfter = STEADY_AFTER): number | null {
  if (done <= 0 || total <= 0 || elapsed < steadyAfter) return null
  return (elapsed * Math.max(0, total - done)) / done
}
