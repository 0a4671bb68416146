import { unary } from './elementwise'

/** y = 1 where x > 0, −1 where x < 0, 0 at 0, element by element; dy = 0. */
export const sign = unary({
  name: 'sign',
  formula: 'y = sign x',
  kink: { code: 'graph.kink', details: { place: 'x = 0', derivative: 0 } },
  // NaN stays NaN: a lost derivative must not look like a found one.
  value: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : NaN),
  partials: [null]
})
