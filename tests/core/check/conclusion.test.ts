import { describe, expect, it } from 'vitest'
import {
  checkGradients,
  conclude,
  initialParameters,
  matrixFrom,
  sentence,
  zeros,
  type GradientCheckOptions,
  type GradientCheckReport
} from '#core'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

const network = networkOf([4, 6, 3], 'tanh', 'softmax-cross-entropy')
const problem = {
  network,
  objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
  parameters: parametersFor(network, 1),
  batch: samplesFor(network, 'softmax-cross-entropy', 1)
} as const satisfies GradientCheckOptions

const said = (report: GradientCheckReport) => {
  const { code, details } = conclude(report)
  return [code, sentence(code, details, 'en'), sentence(code, details, 'zh')]
}

describe('the conclusion of a check', () => {
  it('is that backpropagation is right where everything is confirmed', () => {
    const [code, en, zh] = said(checkGradients(problem))
    expect(code).toBe('check.right')
    expect(en).toBe('Backpropagation is right: all 51 gradients are confirmed.')
    expect(zh).toContain('51')
  })

  it('claims no more than a sample shows', () => {
    const wide = networkOf([4, 30, 3], 'tanh', 'softmax-cross-entropy')
    const report = checkGradients({ ...problem, network: wide, parameters: parametersFor(wide, 1), scope: 'sampled' })
    expect(said(report)[1]).toBe('Backpropagation is right in the sample: 73 of 243 gradients were checked, and all are confirmed.')
  })

  it('names a planted bug as planted and the first gradient that it spoils, and never asks to report it', () => {
    const [code, en] = said(checkGradients({ ...problem, planted: 'sign' }))
    expect(code).toBe('check.planted')
    expect(en).toContain('first W1[0, 0]')
    expect(en).not.toContain('report it')
    expect(said(checkGradients({ ...problem, planted: 'missing-regularizer' }))[0]).toBe('check.planted-without-effect')
  })

  it('is a bug of ours where the gradients that trained are wrong', () => {
    const trained = problem.parameters.map(({ W, b }) => ({ W, b }))
    const [code, en] = said(checkGradients({ ...problem, trained }))
    expect(code).toBe('check.wrong')
    expect(en).toContain('please report it')
  })

  it.each([0.1, 0.3, 0.5])('is that the difference is off where ε = %d is too large, and which ε to take', (epsilon) => {
    const [code, en] = said(checkGradients({ ...problem, epsilon }))
    expect(code).toBe('check.epsilon')
    expect(en).toMatch(/^Backpropagation is right; the difference quotient is off at ε = 0\.\d for \d+ of 51 gradients\. Use ε = 1e-5\.$/)
  })

  it('is that nothing was confirmed where every weight is at a kink', () => {
    const bare = { ...network, bias: false }
    const parameters = initialParameters(bare, 1, 'f64', 'zeros')
    const regularized = { ...problem.objective, regularization: { l1: 0.001 } }
    const report = checkGradients({ ...problem, network: bare, parameters, objective: regularized })
    expect([report.passed, report.kinks, report.isWrong]).toEqual([0, 42, false])
    expect(said(report)[1]).toContain('Nothing was confirmed: 42 of 42 gradients are at kinks')
  })

  it('is that nothing was confirmed where every gradient is too small', () => {
    const logit = networkOf([1, 2], 'linear', 'softmax-cross-entropy')
    const parameters = [{ W: matrixFrom([[20, -20]]), b: zeros(1, 2) }]
    const batch = { X: matrixFrom([[1]]), targets: { kind: 'classes', classes: Int32Array.of(0) } } as const
    const report = checkGradients({ ...problem, network: logit, parameters, batch })
    expect([report.passed, report.tooSmall]).toEqual([0, 4])
    expect(said(report)[1]).toContain('Nothing was confirmed: 4 of 4 gradients are too small')
  })

  it('says how many are too small to tell where others are confirmed', () => {
    const [{ W, b }, last] = problem.parameters
    const dead = { W: { ...W, data: W.data.map((w, e) => (e % 6 === 0 ? 1e3 * Math.sign(w) : w)) }, b }
    const report = checkGradients({ ...problem, parameters: [dead, last] })
    expect(report.isWrong).toBe(false)
    expect(report.passed + report.tooSmall + report.unreliable).toBe(51)
  })
})
