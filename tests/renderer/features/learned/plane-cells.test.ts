import { expect, it } from 'vitest'
import { planeCells } from '../../../../src/renderer/features/learned/plane-cells'

it('a network at rest is asked at most, one that trains at fewer cells the larger it is', () => {
  const small = { parameters: 131, units: 19 }
  const large = { parameters: 100_000, units: 500 }
  expect(planeCells(large, false)).toBe(planeCells(small, false))
  expect(planeCells(small, true)).toBeLessThan(planeCells(small, false))
  expect(planeCells(large, true)).toBeLessThan(planeCells(small, true))
  expect(planeCells({ parameters: 1e8, units: 1e4 }, true)).toBeGreaterThanOrEqual(20)
})
