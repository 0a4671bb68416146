import { expect, it } from 'vitest'
import { wilson } from '../../../../src/core/doctor/evidence/wilson'

// R: prop.test(x, n, correct = FALSE)$conf.int
it.each([
  [19, 20, 0.7638683, 0.9911185],
  [0, 10, 0, 0.2775402],
  [50, 100, 0.4038298, 0.5961702]
])('gives the interval of %d of %d that R gives', (right, rows, low, high) => {
  const interval = wilson(right / rows, rows)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})
