import { exp, expm1 } from './exp'

/**
 * tanh x = (e^{2x} − 1) / (e^{2x} + 1), from our own exponential, hence the same bits on every machine.
 * Odd, keeps the sign of zero, ±1 from |x| = 20 on (1 − tanh 20 is below half a unit in the last place).
 */
export function tanh(x: number): number {
  const size = Math.abs(x)
  if (size >= 20) return x > 0 ? 1 : -1
  const grown = expm1(2 * size)
  const value = grown / (grown + 2)
  return x < 0 ? -value : x === 0 ? x : value
}

/** σ(x) = 1 / (1 + e^{−x}), by the branch that never overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x))
  const grown = exp(x)
  return grown / (1 + grown)
}
