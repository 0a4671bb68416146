import { describe, expect, it } from 'vitest'
import { pow } from '../../../src/core/math/pow'
import { createRandom } from '#core'
import { unitsInLastPlace } from '../../support/ulp'

/** x^n for whole n as a fraction of whole numbers, rounded once: the truth. */
function truth(x: number, n: number): number {
  let shift = 0
  let whole = x
  while (!Number.isInteger(whole)) {
    whole *= 2
    shift += 1
  }
  const top = BigInt(whole) ** BigInt(Math.abs(n))
  const bottom = 1n << BigInt(shift * Math.abs(n))
  return n < 0 ? ratio(bottom, top) : ratio(top, bottom)
}

/** a / b rounded to a double, for results among the normal numbers. */
function ratio(a: bigint, b: bigint): number {
  const sign = a < 0n !== b < 0n ? -1 : 1
  const top = a < 0n ? -a : a
  const bottom = b < 0n ? -b : b
  const lift = bottom.toString(2).length - top.toString(2).length + 120
  const scaled = lift >= 0 ? (top << BigInt(lift)) / bottom : top / (bottom << BigInt(-lift))
  return sign * Number(scaled) * 2 ** (-lift >> 1) * 2 ** (-lift - (-lift >> 1))
}

describe('a power', () => {
  it('with a whole exponent is the nearest double but for the rarest tie, whatever the sign of the base', () => {
    const random = createRandom(3)
    for (let i = 0; i < 5000; i++) {
      const x = random.uniform() * 8 - 4 || 1
      const n = random.below(201) - 100
      expect(unitsInLastPlace(pow(x, n), truth(x, n))).toBeLessThan(1)
    }
  })

  it('of whole numbers is exact as long as a double can hold it', () => {
    expect([pow(2, 10), pow(3, 5), pow(-3, 3), pow(7, 18)]).toEqual([1024, 243, -27, 1628413597910449])
    expect([pow(2, -1074), pow(2, 1023), pow(5, -1), pow(10, 22)]).toEqual([2 ** -1074, 2 ** 1023, 0.2, 1e22])
    expect(pow(1.5, 2)).toBe(2.25)
  })

  it('with any exponent lies within two units in the last place of the host’s', () => {
    const random = createRandom(5)
    for (let i = 0; i < 20_000; i++) {
      const x = Math.exp(random.normal() * 20)
      const y = random.normal() * 10
      const host = Math.pow(x, y)
      if (host > 1e-300 && host < 1e300) expect(unitsInLastPlace(pow(x, y), host)).toBeLessThan(2)
    }
  })

  it('is the limit at the edges', () => {
    expect([pow(0, 0), pow(NaN, 0), pow(0, 2), pow(-0, 3), pow(0, -1), pow(-0, -1), pow(1, 1e300)]).toEqual([
      1,
      1,
      0,
      -0,
      Infinity,
      -Infinity,
      1
    ])
    expect([pow(10, 400), pow(10, -400), pow(1e-200, -2), pow(1e200, 2), pow(-10, 401)]).toEqual([
      Infinity,
      0,
      Infinity,
      Infinity,
      -Infinity
    ])
    expect([pow(2, Infinity), pow(0.5, Infinity), pow(2, -Infinity), pow(Infinity, -1), pow(-Infinity, 3)]).toEqual([
      Infinity,
      0,
      0,
      0,
      -Infinity
    ])
    expect([pow(-2, 0.5), pow(NaN, 1), pow(2, NaN)]).toEqual([NaN, NaN, NaN])
    expect(unitsInLastPlace(pow(1e-160, 2), 1e-320)).toBeLessThan(2)
    expect(unitsInLastPlace(pow(1e160, -2), 1e-320)).toBeLessThan(2)
  })

  it('close to 1 keeps its digits under a huge exponent', () => {
    expect(unitsInLastPlace(pow(1 + 2 ** -40, 2 ** 40), Math.pow(1 + 2 ** -40, 2 ** 40))).toBeLessThan(2)
    expect(unitsInLastPlace(pow(1.0000001, 6e9), Math.pow(1.0000001, 6e9))).toBeLessThan(2)
  })
})
