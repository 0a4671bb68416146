/** 1, 3, 10: two steps a decade, as on the dials of instruments. */
const MANTISSAS = [1, 3] as const

const numberAt = (step: number): number => {
  const decade = Math.floor(step / MANTISSAS.length)
  const mantissa = MANTISSAS[step - decade * MANTISSAS.length]
  // Read from text, so that 3e-4 is the number that a person who types 3e-4 gets.
  return Number(`${mantissa}e${decade}`)
}

/**
 * The next number up (+1) or down (−1) in the row … 0.01, 0.03, 0.1, 0.3, 1, 3 …, from wherever the value stands. It
 * stops at `low` and `high`; with `zero`, one step below `low` is 0, and one step above 0 is `low`.
 */
export function logStep(
  value: number,
  direction: 1 | -1,
  { low, high, zero = false }: { low: number; high: number; zero?: boolean }
): number {
  if (!(value > 0)) return direction > 0 || !zero ? low : 0
  if (zero && direction < 0 && value <= low) return 0
  let step = Math.floor(Math.log10(value) * MANTISSAS.length)
  if (direction > 0) {
    while (numberAt(step) > value) step--
    while (numberAt(step) <= value) step++
  } else {
    while (numberAt(step) < value) step++
    while (numberAt(step) >= value) step--
  }
  return Math.min(high, Math.max(low, numberAt(step)))
}
