import { product, productTransposedLeft, productTransposedRight } from '../tensor/products'
import { zeros, type Matrix } from '../tensor/matrix'
import { gradientOfActivations } from './backward-steps'
import { mistakeIn } from './mistake'

/** The numbers of a matrix in the shape of its transpose: what a reshape makes of it, and the matrix itself where it is square. */
function reshaped({ rows, columns, data }: Matrix): Matrix {
  return { rows: columns, columns: rows, data }
}

/** Mistakes in the products with the inputs and with the weights. */
export const mistakesInProducts = {
  'input-not-transposed': mistakeIn(
    'weightGradient',
    { en: 'Input reshaped instead of transposed', zh: '输入只改了形状，没有转置' },
    () => (gradZ, at) => product(reshaped(at.cache.input), gradZ)
  ),
  'input-before-activation': mistakeIn(
    'weightGradient',
    { en: 'Z of the layer before instead of its A', zh: '用了上一层的 Z，应为 A' },
    ({ weightGradient }) =>
      (gradZ, at) =>
        at.before ? productTransposedLeft(at.before.Z, gradZ) : weightGradient(gradZ, at)
  ),
  'missing-transpose': mistakeIn(
    'inputGradient',
    { en: 'W instead of Wᵀ', zh: '用 W 代替 Wᵀ' },
    () => (gradZ, at) => product(gradZ, reshaped(at.W))
  ),
  'passed-on-before-slope': mistakeIn(
    'inputGradient',
    { en: 'dA passed on to the layer before instead of dZ', zh: '传给上一层的是 dA，应为 dZ' },
    () => (_gradZ, at) => productTransposedRight(gradientOfActivations(at), at.W)
  ),
  'weights-left-out': mistakeIn('inputGradient', { en: 'Wᵀ left out', zh: '漏掉了 Wᵀ' }, () => (gradZ, { W }) => {
    const grad = zeros(gradZ.rows, W.rows)
    for (let i = 0; i < gradZ.rows; i++) {
      let sum = 0
      for (let j = 0; j < gradZ.columns; j++) sum += gradZ.data[i * gradZ.columns + j]
      grad.data.fill(sum, i * W.rows, (i + 1) * W.rows)
    }
    return grad
  })
} as const
