import { describe, expect, it } from 'vitest'
import { verdicts } from '#core'
import { verdictCounts } from '../../../../src/renderer/features/check/check-verdict'
import { checkReport } from '../../support/check-report'

const report = checkReport([
  { tensor: 0, verdict: 'excellent' },
  { tensor: 0, verdict: 'kink' },
  { tensor: 1, verdict: 'excellent' },
  { tensor: 1, verdict: 'wrong' }
])

describe('the verdicts of a gradient check', () => {
  it('are counted over all tensors, each row once', () => {
    const counts = verdictCounts(report, null)
    expect(counts).toMatchObject({ excellent: 2, kink: 1, wrong: 1, pass: 0 })
    expect(Object.keys(counts)).toEqual([...verdicts])
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(4)
  })

  it('are counted of one tensor', () => {
    expect(verdictCounts(report, 1)).toMatchObject({ excellent: 1, wrong: 1, kink: 0 })
  })
})
