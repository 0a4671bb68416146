import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smooth } from '../../../src/renderer/charts/smooth'

it('a flat curve stays as it is, from its first number on', () => {
  for (const value of smooth(new Float64Array(20).fill(3), 0.9)) expect(value).toBeCloseTo(3, 12)
})

it('the second number weighs more than the first', () => {
  const [first, second] = smooth(Float64Array.of(0, 1), 0.6)
  expect(first).toBe(0)
  // 0.4 of the new one, out of 1 − 0.6².
  expect(second).toBeCloseTo(0.4 / 0.64, 12)
})

it('what is not finite is passed over', () => {
  const [first, none, third] = smooth(Float64Array.of(1, Number.NaN, 1), 0.5)
  expect([first, none, third]).toEqual([1, Number.NaN, 1])
})

it('it never leaves the range of the numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (values, weight) => {
        const [low, high] = [Math.min(...values), Math.max(...values)]
        for (const value of smooth(Float64Array.from(values), weight)) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-9)
          expect(value).toBeLessThanOrEqual(high + 1e-9)
        }
      }
    )
  )
})
