import { binary } from './elementwise'

/**
 * y = a − b, element by element; dy = da − db: the gradient is handed to both inputs, with its sign turned for the
 * second.
 */
export const subtract = binary({
  name: 'subtract',
  formula: 'y = a − b',
  gate: 'distributes',
  value: (a, b) => a - b,
  partials: [
    { formula: 'g', vjp: (gradOutput) => gradOutput, jvp: (tangent) => tangent },
    {
      formula: '−g',
      vjp: (gradOutput, _node, { negate }) => negate(gradOutput),
      jvp: (tangent, _node, { negate }) => negate(tangent)
    }
  ]
})
