import { slope, unary } from './elementwise'

/** y = |x|, element by element; dy = sign x · dx. At 0 the derivative is 0. */
export const abs = unary({
  name: 'abs',
  formula: 'y = |x|',
  kink: { code: 'graph.kink', details: { place: 'x = 0', derivative: 0 } },
  value: Math.abs,
  partials: [slope('sign x', ({ inputs: [x] }, { sign }) => sign(x))]
})
