import { binary, slope } from './elementwise'

/** y = a · b, element by element; dy = b·da + a·db: each input receives the gradient times the other. */
export const multiply = binary({
  name: 'multiply',
  formula: 'y = a · b',
  gate: 'swaps',
  value: (a, b) => a * b,
  partials: [slope('b', ({ inputs: [, b] }) => b), slope('a', ({ inputs: [a] }) => a)]
})
