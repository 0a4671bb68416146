import { pow } from '../../math/pow'
import { binary, slope } from './elementwise'

/**
 * y = a^b, element by element; dy = b·a^(b−1)·da + a^b·ln a·db. A negative base has a power at whole exponents, but no
 * derivative with respect to the exponent (NaN).
 */
export const power = binary({
  name: 'power',
  formula: 'y = a^b',
  value: pow,
  partials: [
    slope('b·a^(b−1)', ({ inputs: [a, b] }, { constant, powerTerm, subtract }) => powerTerm(b, a, subtract(b, constant(1)), 0)),
    slope('a^b·ln a', ({ inputs: [a, b] }, { constant, powerTerm }) => powerTerm(constant(1), a, b, 1))
  ]
})
