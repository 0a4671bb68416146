import { binary, slope } from './elementwise'

/** y = max(a, b), element by element: the gradient goes to the larger input. Equal inputs receive half of it each. */
export const max = binary({
  name: 'max',
  formula: 'y = max(a, b)',
  gate: 'routes',
  kink: { code: 'graph.kink-tie', details: {} },
  value: Math.max,
  partials: [
    slope('[a > b]', ({ inputs: [a, b] }, { greater }) => greater(a, b)),
    slope('[b > a]', ({ inputs: [a, b] }, { greater }) => greater(b, a))
  ]
})
