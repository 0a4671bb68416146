import { lossOf, type LossSpec } from '../nn/losses'
import { softmax } from '../nn/softmax'
import { zeros, type Matrix } from '../tensor/matrix'

/**
 * Computes the probability of every class from a classifier's outputs: the softmax of its scores, or 1 − p and p where there is
 * one output, the probability of the second class.
 *
 * Shapes: outputs [samples, outputs] → [samples, classes].
 */
export function classProbabilities(outputs: Matrix, spec: LossSpec): Matrix {
  if (lossOf(spec).targets === 'classes') return softmax(outputs)
  const result = zeros(outputs.rows, 2)
  for (let i = 0; i < outputs.rows; i++) {
    result.data[2 * i] = 1 - outputs.data[i]
    result.data[2 * i + 1] = outputs.data[i]
  }
  return result
}
