import { unary } from './elementwise'

/** y = −x, element by element; dy = −dx. */
export const negate = unary({
  name: 'negate',
  formula: 'y = −x',
  value: (x) => -x,
  partials: [
    {
      formula: '−g',
      vjp: (gradOutput, _node, { negate }) => negate(gradOutput),
      jvp: (tangent, _node, { negate }) => negate(tangent)
    }
  ]
})
