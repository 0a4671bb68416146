import type { Matrix } from '../tensor/matrix'

/** Σ(a − y)² over samples and outputs. outputs, targets [samples, outputs]. */
export function squaredResiduals(outputs: Matrix, targets: Matrix): number {
  let sum = 0
  for (let e = 0; e < targets.data.length; e++) {
    const d = outputs.data[e] - targets.data[e]
    sum += d * d
  }
  return sum
}
