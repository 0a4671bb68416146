// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { AppError, stoppedProgram, toWire, type GradientJudgement } from '#core'
import CheckOutcome from '../../../../src/renderer/features/labs/CheckOutcome.vue'
import { setLanguage } from '../../../../src/renderer/i18n/i18n'
import '../../../../src/renderer/pages/labs/messages'

afterEach(() => setLanguage('en'))

const judgement: GradientJudgement = {
  loss: { student: 1.5, engine: 1.5, agrees: true },
  tensors: [
    { name: 'W1', checked: 8, failed: 8, worst: 0.5 },
    { name: 'b1', checked: 4, failed: 0, worst: 1e-9 },
    { name: 'W2', checked: 12, failed: 0, worst: 1e-9 }
  ],
  firstWrong: 'W1',
  mistakes: [],
  made: [],
  sentence: { en: 'Some are wrong.', zh: '有误。' }
}

function textOf(given: object) {
  return mount(CheckOutcome, { props: { file: null, judgement: null, failure: null, error: null, obstacle: '', ...given } }).text()
}

it('nothing judged yet has what to do', () => {
  expect(textOf({})).toContain('Write backward(P, X, y, reg) and check it')
})

it('a judgement has its sentence, its tensors from the output back, and the loss', () => {
  const text = textOf({ judgement })
  expect(text).toContain('Some are wrong.')
  expect(text.match(/d[Wb]\d/g)).toEqual(['dW2', 'dW1', 'db1'])
  expect(text).toContain('first wrong, from the output back')
  expect(text).toContain('Loss: 1.5, as it should be')
  setLanguage('zh-CN')
  expect(textOf({ judgement })).toContain('有误。')
})

it.each([
  [{ student: 2, engine: 1.5, agrees: false }, 'Loss: 2; should be 1.5'],
  [{ student: null, engine: 1.5, agrees: true }, 'The file has no loss; it should be 1.5']
])('a loss that differs or is not there is said: %j', (loss, text) => {
  expect(textOf({ judgement: { ...judgement, loss } })).toContain(text)
})

it('gradients of a file are under its name, and so is what is wrong with it', () => {
  expect(textOf({ judgement, file: 'grads.npz' })).toContain('Gradients in grads.npz')
  const error = toWire(new AppError('case.number', { path: 'gradients[0].W', actual: 'null' }))
  expect(textOf({ error, file: 'grads.npz' })).toMatch(/Gradients in grads.npz.*gradients\[0\]\.W: expected a finite number/)
})

it('a program that failed has a sentence beside what Python says', () => {
  const text = textOf({ failure: { ...stoppedProgram(), python: 'Traceback' } })
  expect(text).toContain('The program was stopped.')
  expect(text).toContain('Traceback')
})

it('what cannot be judged has the reason in place of what to do', () => {
  expect(textOf({ obstacle: 'Too large.' })).toBe('Too large.')
})
