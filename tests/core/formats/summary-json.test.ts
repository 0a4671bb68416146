import { describe, expect, it } from 'vitest'
import { summaryJson, type Settings, type SummarizedRun } from '#core'

const summary: SummarizedRun = {
  history: {
    trainLoss: Float64Array.of(1, 0.5),
    testLoss: Float64Array.of(1, 0.6),
    trainMetric: Float64Array.of(0, 0.9),
    testMetric: Float64Array.of(0, 0.8)
  },
  settings: { loss: { kind: 'mean-squared-error' } } as Settings,
  status: 'finished',
  step: 3,
  seconds: 1.25,
  build: { app: '1.2.3', engine: 'plain' },
  check: { passed: 8, failed: 1, kinks: 1, tooSmall: 3, unreliable: 2, worstRelative: 0.5, scope: 'all' },
  findings: []
}
const parsed = (changes: Partial<SummarizedRun>) => JSON.parse(summaryJson({ ...summary, ...changes })) as unknown

describe('summaryJson', () => {
  it('has exactly the keys of the contract for a run that was finished, and the training metric', () => {
    expect(parsed({})).toEqual({
      epochs: 1,
      trainLoss: 0.5,
      testLoss: 0.6,
      trainR2: 0.9,
      testR2: 0.8,
      seconds: 1.25,
      engine: 'plain',
      gradientCheck: {
        checked: 10,
        passed: 8,
        failed: 1,
        kinks: 1,
        worstRelativeError: 0.5,
        tooSmall: 3,
        unreliable: 2,
        scope: 'all'
      },
      doctor: []
    })
  })

  it('has the rules of the doctor, ranked, and nothing else of a finding', () => {
    const findings = [
      { rule: 'dead-units', level: 'serious', first: true, source: 'a book' },
      { rule: 'rate-too-high', level: 'hint', first: false, source: 'a book' }
    ] as const
    expect(parsed({ findings })).toMatchObject({
      doctor: [
        { rule: 'dead-units', level: 'serious', first: true },
        { rule: 'rate-too-high', level: 'hint', first: false }
      ]
    })
  })

  it('names the experiment that it sums up, where it is told', () => {
    expect(parsed({ experiment: 'ab12' })).toMatchObject({ experiment: 'ab12' })
  })

  it('has the figures of validation rows, where there are any', () => {
    const history = { ...summary.history, validationLoss: Float64Array.of(1, 0.7), validationMetric: Float64Array.of(0, 0.6) }
    expect(parsed({ history })).toMatchObject({ validationLoss: 0.7, validationR2: 0.6 })
  })

  it('says what there is not with null, never with NaN', () => {
    const none = new Float64Array(0)
    const history = { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none }
    expect(parsed({ history, check: null })).toMatchObject({ epochs: 0, trainLoss: null, testR2: null, gradientCheck: null })
    expect(parsed({ history: { ...summary.history, testLoss: Float64Array.of(NaN, NaN) } })).toMatchObject({ testLoss: null })
  })

  it('says where a run diverged or was interrupted, and nothing more of it', () => {
    const place = { step: 3, layer: 1, tensor: 'Z1' }
    const divergence = { kind: 'diverged', ...place }
    expect((parsed({ status: 'failed', divergence }) as { diverged: object }).diverged).toEqual(place)
    expect(parsed({ status: 'paused' })).toMatchObject({ interrupted: { step: 3 } })
    expect(parsed({})).not.toHaveProperty('interrupted')
  })
})
