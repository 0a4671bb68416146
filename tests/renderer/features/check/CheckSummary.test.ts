// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { computed, ref, shallowRef } from 'vue'
import type { DirectionCheck } from '#core'
import type { CheckReport } from '#shared/contract'
import { gradientCheckState, type GradientCheckControl } from '../../../../src/renderer/features/check/useGradientCheck'
import { engineState, type EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { setLanguage } from '../../../../src/renderer/i18n/i18n'
import CheckSummary from '../../../../src/renderer/features/check/CheckSummary.vue'
import { checkReport } from '../../support/check-report'
import { experimentState } from '../../support/experiment-state'
import '../../../../src/renderer/messages'

afterEach(() => setLanguage('en'))

const direction: DirectionCheck = {
  tensor: 1,
  step: 1e-5,
  error: 1e-12,
  reverse: 0.5,
  forward: 0.5,
  numeric: 0.5,
  relative: 0,
  verdict: 'excellent',
  outlier: 'none'
}

function textOf(report: CheckReport) {
  const check = { filter: shallowRef({ tensor: null, verdict: null }), isStale: computed(() => false), isChecking: ref(false) }
  const engine = { run: ref(experimentState().run) }
  const wrapper = mount(CheckSummary, {
    props: { report },
    global: {
      provide: {
        [gradientCheckState.key as symbol]: check as unknown as GradientCheckControl,
        [engineState.key as symbol]: engine as unknown as EngineClient
      }
    }
  })
  return { text: wrapper.text(), isGood: wrapper.find('.verdict.good').exists() }
}

const rows = [{}, {}]
const large = { scope: 'sampled' as const, directions: [direction, direction] }

it('a check of everything says that all gradients agree, and the directions as well', () => {
  const { text, isGood } = textOf(checkReport(rows, { directions: [direction] }))
  expect(text).toContain('Backpropagation is right: all 2 gradients are confirmed.')
  expect(text).toContain('1 random direction agrees')
  expect(isGood).toBe(true)
})

it('a sample never says that all gradients agree', () => {
  const report = checkReport(rows, large)
  const tensors = report.tensors.map((tensor) => ({ ...tensor, shape: [100, 300] as const }))
  const { text } = textOf({ ...report, tensors })
  expect(text).toContain('Backpropagation is right in the sample: 2 of 60000 gradients were checked, and all are confirmed.')
  expect(text).toContain('2 random directions agree')
  expect(text).not.toContain('all 2')
  setLanguage('zh-CN')
  const chinese = textOf({ ...report, tensors }).text
  expect(chinese).toContain('抽查结果：反向传播正确。共 60000 个梯度，抽查的 2 个均得到确认。')
  expect(chinese).not.toContain('全部 2 个')
})

it('a direction that disagrees is reported, and takes the good verdict away', () => {
  const wrong: DirectionCheck = { ...direction, numeric: 0.75, relative: 0.2, verdict: 'wrong', outlier: 'reverse' }
  const { text, isGood } = textOf(checkReport(rows, { ...large, directions: [direction, wrong], isWrong: true }))
  expect(isGood).toBe(false)
  expect(text).toContain('1 of 2 random directions disagree')
  expect(text).toContain('b1: backpropagation 5.0000e−1, numerical 7.5000e−1, relative error 2.00e−1')
})

it('a direction over a kink is no failure', () => {
  const { text } = textOf(checkReport(rows, { ...large, directions: [{ ...direction, verdict: 'kink' }] }))
  expect(text).not.toContain('disagree')
})

it('a planted bug is marked as planted', () => {
  const { text, isGood } = textOf(checkReport([{ verdict: 'wrong' }, {}], { planted: 'sign', isWrong: true, failed: 1, passed: 1 }))
  expect(text).toContain('Planted bug: Wrong sign')
  expect(text).toContain('The planted bug is found: 1 of 2 gradients are wrong, first W1[0, 0].')
  expect(isGood).toBe(false)
})

it('what was not judged is counted apart, and nothing confirmed is no good verdict', () => {
  const rows = [{ verdict: 'too-small' }, { verdict: 'kink' }, { verdict: 'too-small' }] as const
  const { text, isGood } = textOf(checkReport(rows, { passed: 0, tooSmall: 2, kinks: 1 }))
  expect(text).toContain('Nothing was confirmed: 2 of 3 gradients are too small')
  expect(text).toContain('2 too small to tell')
  expect(text).toContain('1 at a kink')
  expect(isGood).toBe(false)
})

it('an ε that is off is named, with the one to take instead', () => {
  const { text } = textOf(checkReport([{ verdict: 'unreliable' }, {}], { epsilon: 0.1, passed: 1, unreliable: 1 }))
  expect(text).toContain('Backpropagation is right; the difference quotient is off at ε = 0.1 for 1 of 2 gradients. Use ε = 1e-5.')
  expect(text).toContain('Use the best ε')
})

it.each([
  ['differ from the reference by last digits', 3e-16, 0, false],
  ['round to float32', 2e-7, 0, true],
  ['differ by more than rounding explains', 3e-16, 1, true]
])('kernels that %s have a column of their own only where it says something', (_, difference, beyond, isShown) => {
  const report = checkReport(rows)
  const tensors = report.tensors.map((tensor) => ({ ...tensor, trained: { difference, bound: 1, beyond } }))
  expect(textOf({ ...report, tensors }).text.includes('Engine')).toBe(isShown)
})
