import { columnSums } from '../tensor/products'
import { copy, type Matrix } from '../tensor/matrix'
import { gradientOfActivations, type AtLayer } from './backward-steps'
import { mistakeIn } from './mistake'

function each(matrix: Matrix, value: (g: number) => number): Matrix {
  matrix.data.forEach((g, j) => (matrix.data[j] = value(g)))
  return matrix
}

/** Mistakes in the gradient of the biases. Those that put another gradient in its place come first. */
export const mistakesInBias = {
  'bias-forgotten': mistakeIn(
    'biasGradient',
    { en: 'Bias gradient left at 0', zh: '偏置的梯度一直是 0' },
    () => (gradZ) => each(columnSums(gradZ), () => 0)
  ),
  'bias-of-one-row': mistakeIn(
    'biasGradient',
    { en: 'Bias from the first row only', zh: '偏置只用了第一行' },
    () =>
      ({ columns, data }) =>
        copy({ rows: 1, columns, data: data.slice(0, columns) })
  ),
  'bias-before-mask': mistakeIn(
    'biasGradient',
    { en: "Bias summed before the factor a'(z)", zh: "偏置在乘 a'(z) 之前就求了和" },
    () => (_gradZ: Matrix, at: AtLayer) => columnSums(gradientOfActivations(at))
  ),
  'bias-of-all': mistakeIn(
    'biasGradient',
    { en: 'Bias summed over everything', zh: '偏置把所有元素都加在一起' },
    ({ biasGradient }) =>
      (gradZ, at) => {
        const grad = biasGradient(gradZ, at)
        let sum = 0
        for (const g of grad.data) sum += g
        return each(grad, () => sum)
      }
  ),
  'bias-averaged': mistakeIn(
    'biasGradient',
    { en: 'Bias averaged twice', zh: '偏置多求了一次平均' },
    ({ biasGradient }) =>
      (gradZ, at) =>
        each(biasGradient(gradZ, at), (g) => g / gradZ.rows)
  ),
  'bias-not-averaged': mistakeIn(
    'biasGradient',
    { en: 'Bias not divided by N', zh: '偏置没有除以 N' },
    ({ biasGradient }) =>
      (gradZ, at) =>
        each(biasGradient(gradZ, at), (g) => (at.objective.loss.reduction === 'sum' ? g : g * gradZ.rows))
  )
} as const
