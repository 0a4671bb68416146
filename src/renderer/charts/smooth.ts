/**
 * An exponential moving average: s ← weight·s + (1 − weight)·x, divided by 1 − weightⁿ after n numbers, so that it begins at the first
 * one. Numbers that are not finite are passed over and stay as they are.
 * Source: TensorBoard's smoothing; the division as in D. Kingma, J. Ba, "Adam", 2015, section 3.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  let sum = 0
  let share = 1
  return values.map((value) => {
    if (!Number.isFinite(value)) return value
    sum = weight * sum + (1 - weight) * value
    share *= weight
    return sum / (1 - share)
  })
}
