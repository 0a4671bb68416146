import { sin as sine } from '../../math/sin-cos'
import { slope, unary } from './elementwise'

/** y = sin x, element by element; dy = cos x · dx. */
export const sin = unary({
  name: 'sin',
  formula: 'y = sin x',
  value: sine,
  partials: [slope('cos x', ({ inputs: [x] }, { cos }) => cos(x))]
})
