import { describe, expect, it } from 'vitest'
import { halfPiScaled, HALF_PI_BITS } from '../../../src/core/math/half-pi'
import { cos, sin } from '../../../src/core/math/sin-cos'
import { createRandom } from '#core'
import { unitsInLastPlace } from '../../support/ulp'

/**
 * The largest distance from the host's value over numbers drawn from low to high, evenly or evenly in their logarithm.
 */
function worst(ours: (x: number) => number, host: (x: number) => number, low: number, high: number): number {
  const random = createRandom(11)
  let top = 0
  for (let i = 0; i < 20_000; i++) {
    const u = random.uniform()
    const size = high / low > 1e3 ? low * Math.exp(u * Math.log(high / low)) : low + (high - low) * u
    const x = random.below(2) === 0 ? size : -size
    top = Math.max(top, unitsInLastPlace(ours(x), host(x)))
  }
  return top
}

describe('our own sine and cosine lie within a few units in the last place of the host’s', () => {
  it.each([
    ['near 0', 1e-9, 0.8],
    ['in the first turn', 0.5, 6.3],
    ['where π/2 is taken off in parts', 6, 1_647_098],
    ['where it is taken off in whole numbers', 1_647_100, 1e15],
    ['at any size', 1e15, 1.7e308]
  ])('%s', (_where, low, high) => {
    expect(worst(sin, Math.sin, low, high)).toBeLessThan(2)
    expect(worst(cos, Math.cos, low, high)).toBeLessThan(2)
  })

  it('at the doubles next to a multiple of π/2, where nearly every digit cancels', () => {
    for (let k = 1; k < 3_000_000; k += 997) {
      const x = (k * Math.PI) / 2
      expect(unitsInLastPlace(sin(x), Math.sin(x))).toBeLessThan(2)
      expect(unitsInLastPlace(cos(x), Math.cos(x))).toBeLessThan(2)
    }
    // The double that comes closest of all to a multiple of π/2 (J.-M. Muller, "Elementary Functions", 2006, section
    // 11.3.2).
    const closest = 6381956970095103 * 2 ** 797
    expect(cos(closest)).toBe(Math.cos(closest))
    expect(cos(closest)).toBeCloseTo(-4.687165924254624e-19, 33)
  })
})

describe('sine and cosine', () => {
  it('keep the sign of zero and have no value at infinity', () => {
    expect([sin(0), sin(-0), cos(0)]).toEqual([0, -0, 1])
    expect([sin(Infinity), sin(NaN), cos(-Infinity), cos(NaN)]).toEqual([NaN, NaN, NaN, NaN])
    expect(sin(5e-324)).toBe(5e-324)
  })

  it('are odd and even', () => {
    for (const x of [0.3, 2, 100.25, 1e7, 1e22, 1.5e300]) {
      expect(sin(-x)).toBe(-sin(x))
      expect(cos(-x)).toBe(cos(x))
    }
  })

  it('have the same bits on every machine', () => {
    expect([0.5, 100, 1e22].map(sin)).toEqual([0.479425538604203, -0.5063656411097588, -0.8522008497671888])
    expect([0.5, 100, 1e22].map(cos)).toEqual([0.8775825618903728, 0.8623188722876839, 0.523214785395139])
  })
})

describe('π/2', () => {
  it('has the digits that everybody knows', () => {
    const digits = (2n * halfPiScaled() * 10n ** 50n) >> BigInt(HALF_PI_BITS)
    expect(String(digits)).toBe('314159265358979323846264338327950288419716939937510')
  })
})
