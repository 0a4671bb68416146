import { binary } from './elementwise'

/** y = a / b, element by element; dy = da / b − y · db / b, written with y so that b² is never formed. */
export const divide = binary({
  name: 'divide',
  formula: 'y = a / b',
  value: (a, b) => a / b,
  partials: [
    {
      formula: 'g / b',
      vjp: (gradOutput, { inputs: [, b] }, { divide }) => divide(gradOutput, b),
      jvp: (tangent, { inputs: [, b] }, { divide }) => divide(tangent, b)
    },
    {
      formula: '−g · y / b',
      vjp: (gradOutput, y, { divide, multiply, negate }) => negate(divide(multiply(gradOutput, y), y.inputs[1])),
      jvp: (tangent, y, { divide, multiply, negate }) => negate(divide(multiply(y, tangent), y.inputs[1]))
    }
  ]
})
