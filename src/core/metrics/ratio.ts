/** Computes a / b, and 0 where b is 0, as scikit-learn does with `zero_division=0`. */
export function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b
}
