import type { Matrix } from '../tensor/matrix'

/** Computes Σ(a − y)² over samples and outputs, each row summed by itself, then the rows in order. outputs, targets [samples, outputs]. */
export function squaredResiduals(outputs: Matrix, targets: Matrix): number {
  const { rows, columns } = targets
  let sum = 0
  for (let i = 0; i < rows; i++) {
    let ofRow = 0
    for (let e = i * columns; e < (i + 1) * columns; e++) {
      const d = outputs.data[e] - targets.data[e]
      ofRow += d * d
    }
    sum += ofRow
  }
  return sum
}
