import type { Matrix, Numbers } from '../tensor/matrix'

/**
 * Probability from which on the positive class is predicted. Source: scikit-learn's and PyTorch's examples.
 */
const THRESHOLD = 0.5

/** Returns the index of each row's largest score; the first of equals. */
export function predictedClasses(scores: Matrix): Int32Array {
  const { rows, columns, data } = scores
  const predicted = new Int32Array(rows)
  for (let i = 0; i < rows; i++) predicted[i] = argmax(data, i * columns, columns)
  return predicted
}

/** Returns −1 where there is a NaN. */
function argmax(numbers: Numbers, from: number, count: number): number {
  let best = -1
  for (let j = 0; j < count; j++) {
    const number = numbers[from + j]
    if (number !== number) return -1
    if (best < 0 || number > numbers[from + best]) best = j
  }
  return best
}

/** Whether a probability (or a target, 0 or 1) means the positive class. */
export function isPositive(probability: number): boolean {
  return probability >= THRESHOLD
}
