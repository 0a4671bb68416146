import { binary } from './elementwise'

/**
 * y = 1 where a > b, ½ where they are equal, 0 where a < b, element by element; dy = 0. The route that a maximum sends
 * gradients on.
 */
export const greater = binary({
  name: 'greater',
  formula: 'y = [a > b]',
  kink: { code: 'graph.kink', details: { place: 'a = b', derivative: 0 } },
  value: (a, b) => (a > b ? 1 : a < b ? 0 : a === b ? 0.5 : NaN),
  partials: [null, null]
})
