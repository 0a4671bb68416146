import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'

/** Minimum, maximum, mean and standard deviation of numbers. */
export interface Moments {
  readonly minimum: number
  readonly maximum: number
  readonly mean: number
  /** The population standard deviation, √(Σ (x − mean)² / n). */
  readonly deviation: number
}

/** Computes `momentsTask` at once. */
export function momentsOf(values: Float64Array): Moments {
  return runToEnd(momentsTask(values))
}

/**
 * Computes minimum, maximum, mean and population standard deviation of at least one finite number, summed in the order given.
 *
 * Two passes, each followed by the correction of its own rounding, so that small noise on a huge offset keeps its
 * digits; squares are taken of x / (largest |x − mean|), so that they neither overflow nor underflow. Equal numbers have
 * deviation 0 exactly.
 * Source: T. F. Chan, G. H. Golub and R. J. LeVeque, Algorithms for computing the sample variance, 1983, equation 1.7.
 */
export function* momentsTask(values: Float64Array): CooperativeTask<Moments> {
  const count = values.length
  const first = { minimum: Infinity, maximum: -Infinity, sum: 0 }
  yield* forEachPart(count, (from, to) => addFirst(first, values, from, to))
  const { minimum, maximum, sum } = first
  if (minimum === maximum) return { minimum, maximum, mean: minimum, deviation: 0 }

  let correction = 0
  yield* forEachPart(count, (from, to) => {
    correction = addCorrection(correction, values, sum, from, to)
  })
  const mean = sum + correction

  const unit = Math.max(maximum - mean, mean - minimum)
  const second = { squares: 0, remainder: 0 }
  yield* forEachPart(count, (from, to) => addSquares(second, values, { mean, unit }, from, to))
  const { squares, remainder } = second
  const variance = (squares - (remainder * remainder) / count) / count
  return { minimum, maximum, mean, deviation: unit * Math.sqrt(Math.max(variance, 0)) }
}

function addFirst(sums: { minimum: number; maximum: number; sum: number }, values: Float64Array, from: number, to: number): void {
  const count = values.length
  let { minimum, maximum, sum } = sums
  for (let i = from; i < to; i++) {
    const x = values[i]
    if (x < minimum) minimum = x
    if (x > maximum) maximum = x
    sum += x / count
  }
  sums.minimum = minimum
  sums.maximum = maximum
  sums.sum = sum
}

function addCorrection(before: number, values: Float64Array, sum: number, from: number, to: number): number {
  const count = values.length
  let correction = before
  for (let i = from; i < to; i++) correction += (values[i] - sum) / count
  return correction
}

function addSquares(
  sums: { squares: number; remainder: number },
  values: Float64Array,
  { mean, unit }: { readonly mean: number; readonly unit: number },
  from: number,
  to: number
): void {
  let { squares, remainder } = sums
  for (let i = from; i < to; i++) {
    const d = (values[i] - mean) / unit
    squares += d * d
    remainder += d
  }
  sums.squares = squares
  sums.remainder = remainder
}
