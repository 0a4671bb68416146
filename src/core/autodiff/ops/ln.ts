import { ln as logarithm } from '../../math/ln'
import { unary } from './elementwise'

/** y = ln x, element by element; dy = dx / x. −Infinity at 0, NaN below. */
export const ln = unary({
  name: 'ln',
  formula: 'y = ln x',
  value: logarithm,
  partials: [
    {
      formula: 'g / x',
      vjp: (gradOutput, { inputs: [x] }, { divide }) => divide(gradOutput, x),
      jvp: (tangent, { inputs: [x] }, { divide }) => divide(tangent, x)
    }
  ]
})
