import { describe, expect, it } from 'vitest'
import type { Finding, Level } from '#core'
import { gravestOf } from '../../../../src/renderer/features/doctor/gravest'

const finding = (level: Level, first: boolean): Finding => {
  const note = { code: 'doctor.overfitting.try', details: { epoch: 1 } } as const
  return { rule: 'overfitting', source: '', level, first, cause: null, observation: note, advice: note, remedy: null }
}

describe('the notice', () => {
  it('names the first cause and counts the others', () => {
    const findings = [finding('serious', true), finding('serious', false), finding('hint', false)]
    expect(gravestOf(findings)).toEqual({ finding: findings[0], others: 2 })
  })

  it('is silent about mere hints, and about nothing', () => {
    expect(gravestOf([finding('hint', true)])).toBeNull()
    expect(gravestOf([])).toBeNull()
  })
})
