import { cos as cosine } from '../../math/sin-cos'
import { slope, unary } from './elementwise'

/** y = cos x, element by element; dy = −sin x · dx. */
export const cos = unary({
  name: 'cos',
  formula: 'y = cos x',
  value: cosine,
  partials: [slope('(−sin x)', ({ inputs: [x] }, { negate, sin }) => negate(sin(x)))]
})
