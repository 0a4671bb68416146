import { slope, unary } from './elementwise'

/** y = x², element by element; dy = 2x · dx. */
export const square = unary({
  name: 'square',
  formula: 'y = x²',
  value: (x) => x * x,
  partials: [slope('2x', ({ inputs: [x] }, { add }) => add(x, x))]
})
