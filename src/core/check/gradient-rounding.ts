import type { Objective } from '../network/backward'
import type { LayerCache } from '../network/forward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { activationOf } from '../nn/activations'
import { lossOf } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { columnSums, productTransposedLeft, productTransposedRight } from '../tensor/products'
import { zerosLike, type Matrix } from '../tensor/matrix'

/** 2⁻⁵³, the relative rounding error of a float64. */
const UNIT = 1.1102230246251565e-16

/** 2⁻²⁰: a relative change of the outputs by which the sensitivity of the loss's gradient is measured. */
const NUDGE = 9.5367431640625e-7

function map(matrix: Matrix, of: (value: number, element: number) => number): Matrix {
  const result = zerosLike(matrix)
  for (let e = 0; e < result.data.length; e++) result.data[e] = of(matrix.data[e], e)
  return result
}

/** |A|, element by element. */
export function absolute(matrix: Matrix): Matrix {
  return map(matrix, Math.abs)
}

/**
 * Estimates the rounding error of the gradient of each tensor, element by element in the order W1 b1 W2 …: backpropagation once more with
 * absolute values, so that nothing cancels. At the outputs the numbers are as large as those whose difference the loss's gradient is: it
 * is P − Y, with an error of u however small the difference.
 *
 *   δ(dL/dZ) = u · (|g| + |g(z + ηz) − g(z)|/η + 2 max |g(0)|) in the last layer, g being the loss's gradient and η = 2⁻²⁰
 *   δ(dL/dW) = |A|ᵀ · δ(dL/dZ)     δ(dL/db) = column sums of δ(dL/dZ)     δ(dL/dA) = δ(dL/dZ) · |W|ᵀ
 *
 * Source: N. Higham, "Accuracy and stability of numerical algorithms", 2002, section 3.1 (errors bounded by sums of absolute values).
 */
export function gradientRounding(
  network: NetworkSpec,
  parameters: Parameters,
  cache: readonly LayerCache[],
  targets: Targets,
  { loss: spec }: Pick<Objective, 'loss'>
): Matrix[] {
  const loss = lossOf(spec)
  const last = cache.length - 1
  const output = loss.reads === 'logits' ? cache[last].Z : cache[last].A
  const g = loss.gradient(output, targets)
  const nudged = loss.gradient(
    map(output, (z) => z * (1 + NUDGE)),
    targets
  )
  const atZero = loss.gradient(zerosLike(output), targets)
  let size = map(g, (value, e) => {
    const row = Math.floor(e / g.columns) * g.columns
    let most = 0
    for (let j = row; j < row + g.columns; j++) most = Math.max(most, Math.abs(atZero.data[j]))
    return UNIT * (Math.abs(value) + Math.abs(nudged.data[e] - value) / NUDGE + 2 * most)
  })
  const errors: Matrix[] = []
  for (let l = last; l >= 0; l--) {
    const { Z, A, mask, input } = cache[l]
    if (l < last || loss.reads !== 'logits') {
      const { derivative } = activationOf(network.layers[l].activation)
      size = map(size, (value, e) => value * Math.abs(derivative(Z.data[e], A.data[e])) * (mask ? mask.data[e] : 1))
    }
    const { W, b } = parameters[l]
    if (b) errors.unshift(columnSums(size))
    errors.unshift(productTransposedLeft(absolute(input), size))
    size = productTransposedRight(size, absolute(W))
  }
  return errors
}
