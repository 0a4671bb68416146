import { describe, expect, it } from 'vitest'
import { historyCsv, metricKey } from '#core'

const history = {
  trainLoss: Float64Array.of(1.5, 0.5, 0.1),
  testLoss: Float64Array.of(NaN, NaN, NaN),
  trainMetric: Float64Array.of(0, 0.25, 1),
  testMetric: Float64Array.of(NaN, NaN, NaN)
}

describe('historyCsv', () => {
  it('leaves the cells of an epoch that was not evaluated empty', () => {
    const figures = Float64Array.of(1, NaN, 0.5)
    const history = { trainLoss: figures, testLoss: figures, trainMetric: figures, testMetric: figures }
    expect(historyCsv(history, 'r2').split('\n').slice(1)).toEqual(['1,,,,', '2,0.5,0.5,0.5,0.5', ''])
  })

  it('has the figures of validation rows in columns of their own, where there are any', () => {
    const held = { validationLoss: Float64Array.of(1, 0.75, 0.5), validationMetric: Float64Array.of(0, 0.25, 1) }
    expect(historyCsv({ ...history, ...held }, 'accuracy')).toBe(
      'epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,validationLoss,validationAccuracy\n1,0.5,,0.25,,0.75,0.25\n2,0.1,,1,,0.5,1\n'
    )
  })

  it('begins with epoch 1: entry 0 is the untrained network', () => {
    expect(historyCsv(history, 'accuracy')).toBe('epoch,trainLoss,testLoss,trainAccuracy,testAccuracy\n1,0.5,,0.25,\n2,0.1,,1,\n')
  })

  it('is a header alone when there is no epoch', () => {
    const none = new Float64Array(0)
    const empty = { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none }
    expect(historyCsv(empty, 'r2')).toBe('epoch,trainLoss,testLoss,trainR2,testR2\n')
  })
})

describe('metricKey', () => {
  it('is the stored name', () => {
    expect([metricKey('train', 'accuracy'), metricKey('test', 'r2')]).toEqual(['trainAccuracy', 'testR2'])
  })
})
