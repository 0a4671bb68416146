import { slope, unary } from './elementwise'
import type { Operation } from './operation'

/** y = x held between low and high, element by element; dy = dx inside and on the borders, 0 outside. */
export function clamp(low: number, high: number): Operation {
  return unary({
    name: 'clamp',
    parameters: { low, high },
    formula: 'y = max(low, min(x, high))',
    gate: 'routes',
    kink: { code: 'graph.kink', details: { place: `x = ${low}, x = ${high}`, derivative: 1 } },
    value: (x) => (x < low ? low : x > high ? high : x),
    partials: [slope('[low ≤ x ≤ high]', ({ inputs: [x] }, { between }) => between(x, low, high))]
  })
}
