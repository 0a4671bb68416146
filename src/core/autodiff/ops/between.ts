import { unary } from './elementwise'
import type { Operation } from './operation'

/** y = 1 where low ≤ x ≤ high, else 0, element by element; dy = 0. */
export function between(low: number, high: number): Operation {
  return unary({
    name: 'between',
    parameters: { low, high },
    formula: 'y = [low ≤ x ≤ high]',
    kink: { code: 'graph.kink', details: { place: `x = ${low}, x = ${high}`, derivative: 0 } },
    value: (x) => (x !== x ? NaN : low <= x && x <= high ? 1 : 0),
    partials: [null]
  })
}
