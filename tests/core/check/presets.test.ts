import { describe, expect, it } from 'vitest'
import {
  checkGradients,
  checkPresetNames,
  checkPresets,
  passes,
  relativeError,
  relativeErrorFloor,
  verdictOf,
  type CheckPresetName,
  type ComparedGradient,
  type Verdict
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

type Circumstances = Partial<ComparedGradient>

function verdictBy(name: CheckPresetName, analytic: number, numeric: number, more: Circumstances = {}): Verdict {
  return checkPresets[name].verdict({ analytic, numeric, loss: 1, step: 1e-5, looser: 1, smooth: true, ...more })
}

describe('the rules by which a gradient passes', () => {
  it.each<[string, CheckPresetName, number, number, string]>([
    ['strict: the last digits', 'strict', 1, 1 + 1e-8, 'excellent'],
    ['strict: a millionth is the limit', 'strict', 1, 1 + 1.9e-6, 'pass'],
    ['strict: more than that', 'strict', 1, 1 + 3e-6, 'suspicious'],
    ['strict: a tiny gradient as well', 'strict', 1e-9, 1.005e-9, 'probably-wrong'],
    ['strict: 0.1 %', 'strict', 1, 1.001, 'probably-wrong'],
    ['strict: the sign', 'strict', 1, -1, 'wrong'],
    ['notes: below 1e-5', 'notes', 100, 100 + 9e-6, 'pass'],
    ['notes: a tiny gradient passes whatever it is', 'notes', 9e-6, 0, 'pass'],
    ['notes: at 1e-5 no more', 'notes', 1, 1 + 1.1e-5, 'wrong'],
    ['cs231n: 1e-7 and less', 'cs231n', 1, 1 + 9e-8, 'excellent'],
    ['cs231n: 1e-4 where it is smooth', 'cs231n', 1, 1 + 5e-5, 'suspicious'],
    ['cs231n: 1e-2', 'cs231n', 1, 1.005, 'probably-wrong'],
    ['cs231n: more', 'cs231n', 1, 1.05, 'wrong'],
    ['cs231n: a tiny gradient fails for its rounding', 'cs231n', 1e-9, 1.05e-9, 'wrong'],
    ['cs231n: both exactly zero', 'cs231n', 0, 0, 'excellent'],
    ['pytorch: rtol 1e-3', 'pytorch', 1.0009, 1, 'pass'],
    ['pytorch: atol 1e-5', 'pytorch', 9e-6, 0, 'pass'],
    ['pytorch: beyond both', 'pytorch', 1.0011, 1, 'wrong']
  ])('%s', (_title, name, analytic, numeric, verdict) => {
    expect(verdictBy(name, analytic, numeric)).toBe(verdict)
  })

  it('let 1e-4 pass with CS231n’s rule where there are kinks', () => {
    expect(verdictBy('cs231n', 1, 1 + 5e-5, { smooth: false })).toBe('pass')
  })

  it('loosen every threshold tenfold when a kink forced a smaller step', () => {
    const just = { strict: 1 + 1e-5, notes: 1 + 5e-5, cs231n: 1 + 5e-7, pytorch: 1.005 }
    for (const name of checkPresetNames) {
      expect(passes(verdictBy(name, 1, just[name], { step: 1e-6 })), name).toBe(false)
      expect(passes(verdictBy(name, 1, just[name], { step: 1e-6, looser: 10 })), name).toBe(true)
    }
  })

  it('have the steps that their authors give', () => {
    expect(checkPresetNames.map((name) => [name, checkPresets[name].epsilon])).toEqual([
      ['strict', 1e-5],
      ['notes', 1e-5],
      ['cs231n', 1e-5],
      ['pytorch', 1e-6]
    ])
  })
})

describe('a check by a preset', () => {
  const network = networkOf([3, 5, 3], 'relu', 'softmax-cross-entropy')
  const problem = {
    network,
    objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
    parameters: parametersFor(network, 1),
    batch: samplesFor(network, 'softmax-cross-entropy', 1)
  } as const

  it.each(checkPresetNames)('%s: takes its step and its rule', (preset) => {
    const report = checkGradients({ ...problem, preset })
    expect([report.preset, report.epsilon]).toEqual([preset, checkPresets[preset].epsilon])
    if (preset !== 'cs231n') expect(report.isWrong).toBe(false)
  })

  it('counts what each rule would have passed', () => {
    const gradients = problem.parameters
    const { acceptedBy, checked, passed } = checkGradients({ ...problem, gradients })
    expect(acceptedBy.strict).toBe(passed)
    for (const name of checkPresetNames) expect(acceptedBy[name]).toBeLessThan(checked)
  })
})

describe('the relative error', () => {
  it('is 0 when both are exactly zero, and has the floor below it', () => {
    expect(relativeError(0, 0, 1e-4)).toBe(0)
    expect(relativeError(1e-6, 0, 1e-4)).toBeCloseTo(0.01, 15)
    expect(relativeErrorFloor(0.5, 1e-5)).toBeCloseTo(1e-4, 18)
    expect(relativeErrorFloor(-20, 1e-7)).toBeCloseTo(0.2, 15)
    expect(relativeErrorFloor(1, 1e-2)).toBeCloseTo(1e-4, 18)
  })

  it('has the verdicts of the table', () => {
    expect([0, 1e-7, 1e-6, 1e-4, 1e-2, 1, NaN].map(verdictOf)).toEqual([
      'excellent',
      'excellent',
      'pass',
      'suspicious',
      'probably-wrong',
      'wrong',
      'wrong'
    ])
  })
})
