import { expect, it } from 'vitest'
import { defaultSettings } from '#core'
import { rateCurve } from '../../../../src/renderer/features/curves/rate-curve'

const settings = { ...defaultSettings, learningRate: 0.4, batchSize: 10, epochs: 10 }

it('a constant rate is one number', () => {
  expect(Array.from(rateCurve({ length: 3, settings, changes: [], trainRows: 100 }))).toEqual([0.4, 0.4, 0.4])
})

it('a schedule is followed epoch by epoch', () => {
  const schedule = { kind: 'step', every: 2, factor: 0.5 } as const
  expect(Array.from(rateCurve({ length: 5, settings: { ...settings, schedule }, changes: [], trainRows: 100 }))).toEqual([
    0.4, 0.4, 0.2, 0.2, 0.1
  ])
})

it('the rates before a live change are those of then', () => {
  const changes = [
    { epoch: 1, step: 10, key: 'learningRate', from: 0.1, to: 0.2 },
    { epoch: 3, step: 30, key: 'learningRate', from: 0.2, to: 0.4 }
  ] as const
  expect(Array.from(rateCurve({ length: 5, settings, changes, trainRows: 100 }))).toEqual([0.1, 0.2, 0.2, 0.4, 0.4])
})

it('a warm-up grows from the first step on', () => {
  const schedule = { kind: 'constant', warmUp: 1 } as const
  const [first, second] = rateCurve({ length: 2, settings: { ...settings, schedule }, changes: [], trainRows: 100 })
  expect(first).toBeCloseTo(0.04)
  expect(second).toBe(0.4)
})
