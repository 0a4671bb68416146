import { expect, it } from 'vitest'
import { yRange } from '../../../src/renderer/charts/y-range'

const curves = (...values: number[]) => [Float64Array.from(values)]

it('a loss starts at zero, unless the axis is logarithmic', () => {
  expect(yRange('loss', 'linear', curves(2, 1))).toEqual({ low: 0 })
  expect(yRange('loss', 'logarithmic', curves(2, 1))).toEqual({})
})

it('accuracy begins on a fifth below its lowest point and ends at 1', () => {
  expect(yRange('accuracy', 'linear', curves(0.35, 0.9)).low).toBeCloseTo(0.2)
  expect(yRange('accuracy', 'linear', curves(0.97, 0.99))).toEqual({ low: 0.8, high: 1 })
  expect(yRange('accuracy', 'linear', curves(0.02, Number.NaN)).low).toBe(0)
})

it('without any epoch the whole axis is shown', () =>
  expect(yRange('accuracy', 'linear', curves())).toEqual({ low: 0, high: 1 }))

it('R² is cut off below −1', () => {
  expect(yRange('r2', 'linear', curves(-40, 0.9))).toEqual({ low: -1, high: 1 })
  expect(yRange('r2', 'linear', curves(-0.1, 0.9)).low).toBeCloseTo(-0.2)
})

it('R² far below 0 begins on a step of the longer axis', () => {
  expect(yRange('r2', 'linear', curves(-0.3, 0.9)).low).toBe(-0.5)
  expect(yRange('r2', 'linear', curves(-0.75, 0.9)).low).toBe(-1)
})
