import { ln } from '../../math/ln'
import { pow } from '../../math/pow'
import { zeros } from '../../tensor/matrix'
import { slope } from './elementwise'
import type { Operation, PartialDerivative } from './operation'
import { requireSameShape } from './shapes'

function termOf(c: number, a: number, b: number, logarithms: number): number {
  // b·a^(b−1) is 0 for b = 0, also at a = 0 where the power alone is infinite.
  if (c === 0) return 0
  if (logarithms === 0) return c * pow(a, b)
  // The power falls faster than the logarithm grows.
  if (a === 0 && b >= 0) return 0
  return c * pow(a, b) * pow(ln(a), logarithms)
}

function byBase(logarithms: number): PartialDerivative {
  return slope('∂y/∂a', ({ inputs: [c, a, b] }, { add, constant, multiply, powerTerm, subtract }) => {
    const lower = subtract(b, constant(1))
    const ofPower = powerTerm(multiply(c, b), a, lower, logarithms)
    if (logarithms === 0) return ofPower
    return add(ofPower, powerTerm(multiply(c, constant(logarithms)), a, lower, logarithms - 1))
  })
}

/**
 * y = c · a^b · (ln a)^k, element by element: the form that all derivatives of a power have, so that a power can be
 * differentiated as often as one likes. 0 where c = 0, and where a = 0, b ≥ 0 and k > 0.
 *
 *   dy = a^b (ln a)^k dc + [c·b·a^(b−1) (ln a)^k + c·k·a^(b−1) (ln a)^(k−1)] da + c·a^b (ln a)^(k+1) db
 */
export function powerTerm(logarithms: number): Operation {
  return {
    name: 'power term',
    formula: 'y = c · a^b · (ln a)^k',
    gate: 'none',
    kink: null,
    elementwise: true,
    parameters: { logarithms },
    forward([c, a, b]) {
      requireSameShape('power term', [c, a, b])
      const y = zeros(c.rows, c.columns)
      for (let e = 0; e < y.data.length; e++) y.data[e] = termOf(c.data[e], a.data[e], b.data[e], logarithms)
      return y
    },
    partials: [
      slope('a^b·(ln a)^k', ({ inputs: [, a, b] }, { constant, powerTerm }) => powerTerm(constant(1), a, b, logarithms)),
      byBase(logarithms),
      slope('c·a^b·(ln a)^(k+1)', ({ inputs: [c, a, b] }, { powerTerm }) => powerTerm(c, a, b, logarithms + 1))
    ]
  }
}
