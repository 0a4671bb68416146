import { expect, it } from 'vitest'
import { HistoryRecorder } from '#core'
import { thinHistory } from '../../../../src/core/doctor/evidence/thin-history'

function recorded(epochs: number): HistoryRecorder {
  const recorder = new HistoryRecorder()
  for (let e = 0; e < epochs; e++) recorder.push({ trainLoss: e, testLoss: 2 * e, trainMetric: 3 * e, testMetric: 4 * e })
  return recorder
}

it('leaves a short history unchanged', () => {
  expect(thinHistory(recorded(50), 50, 50)).toEqual(recorded(50).slice())
})

it('reports so many epochs of a long one where they stood, both ends among them', () => {
  const thin = thinHistory(recorded(100_001), 100_001, 200)
  const told = Array.from(thin.testMetric, (value, epoch) => ({ value, epoch })).filter(({ value }) => !Number.isNaN(value))
  expect(told.length).toBe(200)
  expect([told[0].epoch, told[199].epoch]).toEqual([0, 100_000])
  for (const { value, epoch } of told) {
    expect([value, thin.trainLoss[epoch], thin.testLoss[epoch], thin.trainMetric[epoch]]).toEqual([4 * epoch, epoch, 2 * epoch, 3 * epoch])
  }
})

it('ends where it is told to', () => {
  expect(thinHistory(recorded(50), 20, 50)).toEqual(recorded(20).slice())
})
