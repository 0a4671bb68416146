/** Multiply-adds up to which every epoch is evaluated whatever its share of the work: a hundredth of a second or two. */
const ALWAYS = 1e8

/** The counts that an epoch's work follows from. */
export interface WorkCounts {
  readonly trainRows: number
  readonly testRows: number
  /** Weights and biases. */
  readonly parameters: number
}

/**
 * Every how many epochs a network is evaluated: k = 1 while an evaluation takes E = (train + test)·parameters ≤ 1e8 multiply-adds, else
 * the smallest k with which evaluations are at most a quarter of the whole, E/k ≤ (T + E/k)/4, an epoch's training being
 * T = 3·train·parameters (forward, and backward twice). From counts, never from the clock, so that no result depends on the machine.
 */
export function evaluationInterval({ trainRows, testRows, parameters }: WorkCounts): number {
  const evaluation = (trainRows + testRows) * parameters
  if (evaluation <= ALWAYS) return 1
  // E/k ≤ T/3, and the number of parameters cancels.
  return Math.ceil((trainRows + testRows) / trainRows)
}

/** Whether an epoch is evaluated: the untrained network, the first, every k-th, and the last that is asked for. */
export function isEvaluated(epoch: number, interval: number, lastEpoch: number): boolean {
  return epoch <= 1 || epoch % interval === 0 || epoch === lastEpoch
}
