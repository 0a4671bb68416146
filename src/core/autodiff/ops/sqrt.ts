import { unary } from './elementwise'

/** y = √x, element by element; dy = dx / (2y). NaN below 0; the slope at 0 is infinite. */
export const sqrt = unary({
  name: 'sqrt',
  formula: 'y = √x',
  value: Math.sqrt,
  partials: [
    {
      formula: 'g / (2y)',
      vjp: (gradOutput, y, { add, divide }) => divide(gradOutput, add(y, y)),
      jvp: (tangent, y, { add, divide }) => divide(tangent, add(y, y))
    }
  ]
})
