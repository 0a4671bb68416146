/** The distance of a value from the truth, in units of the truth's last place. */
export function unitsInLastPlace(value: number, truth: number): number {
  if (Object.is(value, truth)) return 0
  // Below the normal numbers the last place no longer shrinks with the number.
  return Math.abs(value - truth) / Math.max(Math.abs(truth) * 2 ** -52, Number.MIN_VALUE)
}
