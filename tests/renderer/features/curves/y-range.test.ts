import { expect, it } from 'vitest'
import { yRange, type YRangeOptions } from '../../../../src/renderer/features/curves/y-range'

const range = (
  kind: YRangeOptions['kind'],
  scale: YRangeOptions['scale'],
  series: readonly Float64Array[],
  more: Partial<YRangeOptions> = {}
) => yRange({ kind, scale, series, isClose: false, isFixed: false, ...more })
const curves = (...values: number[]) => [Float64Array.from(values)]

it('a loss starts at zero, unless the axis is logarithmic', () => {
  expect(range('loss', 'linear', curves(2, 1))).toEqual({ low: 0 })
  expect(range('loss', 'logarithmic', curves(2, 1))).toEqual({})
})

it('a loss looked at closely fills the height', () => expect(range('loss', 'linear', curves(2, 1), { isClose: true })).toEqual({}))

it('what lies behind the curves does not make the axis longer', () => {
  const linear = range('loss', 'linear', curves(2, 1, NaN), { isFixed: true })
  expect(linear.low).toBe(0)
  expect(linear.high).toBeCloseTo(2.08)
  const close = range('loss', 'linear', curves(2, 1), { isFixed: true, isClose: true })
  expect(close.low).toBeCloseTo(0.92)
  const logarithmic = range('loss', 'logarithmic', curves(0.1, 10, 0), { isFixed: true })
  expect(logarithmic.low).toBeGreaterThan(0.05)
  expect(logarithmic.low).toBeLessThan(0.1)
  expect(logarithmic.high).toBeGreaterThan(10)
})

it('accuracy begins on a fifth below its lowest point and ends at 1', () => {
  expect(range('accuracy', 'linear', curves(0.35, 0.9)).low).toBeCloseTo(0.2)
  expect(range('accuracy', 'linear', curves(0.97, 0.99))).toEqual({ low: 0.8, high: 1 })
  expect(range('accuracy', 'linear', curves(0.02, Number.NaN)).low).toBe(0)
})

it('without any epoch the whole axis is shown', () => expect(range('accuracy', 'linear', curves())).toEqual({ low: 0, high: 1 }))

it('R² is cut off below −1', () => {
  expect(range('r2', 'linear', curves(-40, 0.9))).toEqual({ low: -1, high: 1 })
  expect(range('r2', 'linear', curves(-0.1, 0.9)).low).toBeCloseTo(-0.2)
})

it('R² far below 0 begins on a step of the longer axis', () => {
  expect(range('r2', 'linear', curves(-0.3, 0.9)).low).toBe(-0.5)
  expect(range('r2', 'linear', curves(-0.75, 0.9)).low).toBe(-1)
})
