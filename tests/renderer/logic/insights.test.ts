import { describe, expect, it } from 'vitest'
import type { Finding, Settings, Severity } from '#core'
import { gravestOf } from '../../../src/renderer/logic/gravest'
import { fieldOfPatch } from '../../../src/renderer/logic/patch-field'
import { unitTerms } from '../../../src/renderer/logic/unit-terms'

const finding = (severity: Severity): Finding => {
  const note = { code: 'doctor.overfitting.try', details: { epoch: 1 } } as const
  return { rule: 'overfitting', source: '', severity, saw: note, advice: note, remedy: null }
}

describe('the line across the window', () => {
  it('tells of the first finding and how many others there are', () => {
    const findings = [finding('grave'), finding('warning'), finding('hint')]
    expect(gravestOf(findings)).toEqual({ finding: findings[0], others: 2 })
  })

  it('is silent about mere hints, and about nothing', () => {
    expect(gravestOf([finding('hint')])).toBeNull()
    expect(gravestOf([])).toBeNull()
  })
})

describe('the field of a change', () => {
  it.each<[Partial<Settings>, string]>([
    [{ learningRate: 0.1 }, 'learningRate'],
    [{ scale: 'standard' }, 'scale'],
    [{ hidden: [] }, 'hidden'],
    [{ test: 0.3 }, 'test']
  ])('%o stands beside %s', (patch, field) => {
    expect(fieldOfPatch(patch)).toBe(field)
  })
})

describe('the summands of a unit', () => {
  it('come by size, each with its two factors, and lose nothing', () => {
    const sum = { weights: Float64Array.of(1, -3, 0.5), inputs: Float64Array.of(2, 1, -1), bias: 0, z: -1.5, a: 0 }
    const terms = unitTerms(sum)
    expect(terms.map(({ index }) => index)).toEqual([1, 0, 2])
    expect(terms[0]).toEqual({ index: 1, weight: -3, value: 1, product: -3 })
    expect(terms.reduce((all, { product }) => all + product, 0)).toBe(sum.z)
  })
})
