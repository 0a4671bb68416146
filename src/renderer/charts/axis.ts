/**
 * Where the epoch axis ends while a run goes on: the next of 10, 20, 50, 100, 200, … at or above the epochs done, but
 * no further than the run is going to go. So the axis jumps a few times instead of creeping all the time.
 */
export function axisEnd(epoch: number, epochs: number): number {
  const end = Math.max(epochs, epoch, 1)
  let decade = 10
  for (;;) {
    for (const step of [decade, 2 * decade, 5 * decade]) {
      if (step >= epoch) return Math.min(end, step)
    }
    decade *= 10
  }
}

/**
 * Whether an axis label on a logarithmic scale is worth its place: 1, 2, 5 times a power of ten, only 1 over many
 * decades, all within one.
 */
export function isLogLabel(value: number, decades: number): boolean {
  const exponent = Math.floor(Math.log10(value) + 1e-9)
  const mantissa = value / Number(`1e${exponent}`)
  const is = (...labels: number[]) => labels.some((label) => Math.abs(mantissa - label) < 1e-6)
  if (decades > 6) return is(1) && exponent % Math.ceil(decades / 6) === 0
  if (decades > 2) return is(1)
  return decades < 0.7 || is(1, 2, 5)
}
