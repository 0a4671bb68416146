import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '#core'
import { gravestOf } from '../../../../src/renderer/features/doctor/gravest'

const finding = (severity: Severity): Finding => {
  const note = { code: 'doctor.overfitting.try', details: { epoch: 1 } } as const
  return { rule: 'overfitting', source: '', severity, observation: note, advice: note, remedy: null }
}

describe('the line across the window', () => {
  it('names the first finding and counts the others', () => {
    const findings = [finding('serious'), finding('warning'), finding('hint')]
    expect(gravestOf(findings)).toEqual({ finding: findings[0], others: 2 })
  })

  it('is silent about mere hints, and about nothing', () => {
    expect(gravestOf([finding('hint')])).toBeNull()
    expect(gravestOf([])).toBeNull()
  })
})
