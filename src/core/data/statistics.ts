/** Where numbers lie and how far they spread. */
export interface Moments {
  readonly minimum: number
  readonly maximum: number
  readonly mean: number
  /** The population deviation, √(Σ (x − mean)² / n). */
  readonly deviation: number
}

/**
 * Minimum, maximum, mean and population deviation of at least one finite number, summed in the order given.
 *
 * Two passes, each followed by the correction of its own rounding, so that small noise on a huge offset keeps its
 * digits; squares are taken of x / (largest |x − mean|), so that they neither overflow nor vanish. Equal numbers have
 * deviation 0 exactly.
 * Source: T. F. Chan, G. H. Golub and R. J. LeVeque, Algorithms for computing the sample variance, 1983, equation 1.7.
 */
export function momentsOf(values: Float64Array): Moments {
  const count = values.length
  let minimum = Infinity
  let maximum = -Infinity
  let sum = 0
  for (const x of values) {
    if (x < minimum) minimum = x
    if (x > maximum) maximum = x
    sum += x / count
  }
  if (minimum === maximum) return { minimum, maximum, mean: minimum, deviation: 0 }

  let correction = 0
  for (const x of values) correction += (x - sum) / count
  const mean = sum + correction

  const unit = Math.max(maximum - mean, mean - minimum)
  let squares = 0
  let remainder = 0
  for (const x of values) {
    const d = (x - mean) / unit
    squares += d * d
    remainder += d
  }
  const variance = (squares - (remainder * remainder) / count) / count
  return { minimum, maximum, mean, deviation: unit * Math.sqrt(Math.max(variance, 0)) }
}
