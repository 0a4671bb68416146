import { exp as exponential } from '../../math/exp'
import { slope, unary } from './elementwise'

/** y = e^x, element by element; dy = y · dx. */
export const exp = unary({
  name: 'exp',
  formula: 'y = e^x',
  value: exponential,
  partials: [slope('y', (y) => y)]
})
