import { exp } from './exp'
import { log1p } from './ln'

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^{−|x|}), exact at every x: no overflow, no loss for very negative x. */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)))
}
