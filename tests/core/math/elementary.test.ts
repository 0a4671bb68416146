import { describe, expect, it } from 'vitest'
import { exp, expm1 } from '../../../src/core/math/exp'
import { ln, log1p } from '../../../src/core/math/ln'
import { softplus } from '../../../src/core/math/softplus'
import { sigmoid, tanh } from '../../../src/core/math/tanh'
import { createRandom } from '#core'
import { unitsInLastPlace } from '../../support/ulp'

function worst(ours: (x: number) => number, host: (x: number) => number, low: number, high: number): number {
  const random = createRandom(7)
  let top = 0
  for (let i = 0; i < 20_000; i++) {
    const x = low + (high - low) * random.uniform()
    top = Math.max(top, unitsInLastPlace(ours(x), host(x)))
  }
  return top
}

describe('our own elementary functions lie within a few units in the last place of the host’s', () => {
  // The host's are themselves within one unit of the truth, so a bound of ours of one allows two.
  it.each([
    ['exp', exp, Math.exp, -700, 700, 2],
    ['exp near 0', exp, Math.exp, -1, 1, 2],
    ['expm1', expm1, Math.expm1, -3, 3, 4],
    ['expm1 near 0', expm1, Math.expm1, -1e-3, 1e-3, 2],
    ['ln', ln, Math.log, 1e-300, 1e300, 2],
    ['ln near 1', ln, Math.log, 0.9, 1.1, 2],
    ['log1p', log1p, Math.log1p, -0.9, 5, 2],
    ['log1p near 0', log1p, Math.log1p, -1e-6, 1e-6, 2],
    ['tanh', tanh, Math.tanh, -4, 4, 4],
    ['tanh near 0', tanh, Math.tanh, -0.01, 0.01, 4]
  ] as const)('%s', (_name, ours, host, low, high, bound) => {
    expect(worst(ours, host, low, high)).toBeLessThan(bound)
  })
})

describe('the edges of their ranges', () => {
  it('are the limits of the functions, and NaN stays NaN', () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(710), exp(-746)]).toEqual([1, 0, Infinity, Infinity, 0])
    expect([ln(1), ln(0), ln(Infinity), ln(-1)]).toEqual([0, -Infinity, Infinity, NaN])
    expect([log1p(0), log1p(-1), log1p(Infinity)]).toEqual([0, -Infinity, Infinity])
    expect([tanh(0), tanh(-0), tanh(50), tanh(-50), tanh(Infinity)]).toEqual([0, -0, 1, -1, 1])
    expect([exp(NaN), ln(NaN), tanh(NaN), sigmoid(NaN), softplus(NaN)]).toEqual([NaN, NaN, NaN, NaN, NaN])
  })

  it('include the subnormal numbers', () => {
    expect(exp(-745)).toBe(5e-324)
    expect(ln(5e-324)).toBe(-744.4400719213812)
    expect(unitsInLastPlace(exp(-708.2), Math.exp(-708.2))).toBeLessThan(2)
  })

  it('let sigmoid and softplus be exact at huge arguments', () => {
    expect([sigmoid(1e4), sigmoid(-1e4), sigmoid(0)]).toEqual([1, 0, 0.5])
    expect([softplus(1e4), softplus(-1e4), softplus(0)]).toEqual([1e4, 0, Math.LN2])
    expect(softplus(-40)).toBeCloseTo(Math.exp(-40), 30)
  })
})

describe('the same bits on every machine', () => {
  it('are those written down here, computed from additions, multiplications and divisions alone', () => {
    const bits = (x: number) => {
      const view = new DataView(new ArrayBuffer(8))
      view.setFloat64(0, x)
      return view.getBigUint64(0).toString(16)
    }
    expect([exp(1), exp(-3.7), ln(10), tanh(0.3), sigmoid(-1.25), softplus(0.5)].map(bits)).toMatchSnapshot()
  })
})
