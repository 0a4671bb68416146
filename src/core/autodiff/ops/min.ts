import { binary, slope } from './elementwise'

/** y = min(a, b), element by element: the gradient goes to the smaller input. Equal inputs receive half of it each. */
export const min = binary({
  name: 'min',
  formula: 'y = min(a, b)',
  gate: 'routes',
  kink: { code: 'graph.kink-tie', details: {} },
  value: Math.min,
  partials: [
    slope('[a < b]', ({ inputs: [a, b] }, { greater }) => greater(b, a)),
    slope('[b < a]', ({ inputs: [a, b] }, { greater }) => greater(a, b))
  ]
})
