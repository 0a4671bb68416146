import { describe, expect, it } from 'vitest'
import { settle } from '../../../src/core/check/settle'

/** The quotient of a function at a point, with the rounding error of its value; a kink at 0 is seen. */
const quotientOf =
  (f: (x: number) => number, x: number, kinks = false) =>
  (h: number) => ({
    numeric: (f(x + h) - f(x - h)) / (2 * h),
    crossedKink: kinks && x - h < 0 !== x + h < 0,
    isStill: false,
    noise: (1.2e-16 * Math.abs(f(x))) / h
  })

describe('a quotient that settles', () => {
  it.each([
    ['sine', Math.sin, 0.7, Math.cos(0.7)],
    ['exponential', Math.exp, 3, Math.exp(3)],
    ['tangent near its pole', Math.tan, 1.5, 1 / Math.cos(1.5) ** 2],
    ['a thousand waves', (x: number) => Math.sin(1000 * x), 0.2, 1000 * Math.cos(200)],
    ['hyperbolic tangent', Math.tanh, 0.3, 1 - Math.tanh(0.3) ** 2],
    ['cube', (x: number) => x * x * x, -2, 12]
  ])('%s: comes to the derivative, within its own estimate of the error', (_name, f, x, slope) => {
    const settled = settle(quotientOf(f, x), 0.5)
    expect(Math.abs((settled?.numeric ?? NaN) - slope) / Math.abs(slope)).toBeLessThan(1e-8)
    expect(Math.abs((settled?.numeric ?? NaN) - slope)).toBeLessThanOrEqual(10 * (settled?.error ?? 0))
  })

  it('leaves out steps over a kink, and says that there is none where all are', () => {
    expect(settle(quotientOf(Math.abs, 1e-4, true), 0.5)?.numeric).toBeCloseTo(1, 9)
    expect(settle(quotientOf(Math.abs, 0, true), 0.5)).toBeNull()
  })

  it('leaves out steps where the function is not finite', () => {
    expect(settle(quotientOf(Math.log, 1e-3), 0.5)?.numeric).toBeCloseTo(1000, 4)
  })

  it('never claims less error than the rounding of the function', () => {
    const settled = settle(
      quotientOf((x) => 1e6 + x, 1),
      1e-3
    )
    expect(settled?.error).toBeGreaterThan(1e-10)
  })
})
