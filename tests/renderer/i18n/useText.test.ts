import { afterEach, expect, it } from 'vitest'
import { useText } from '../../../src/renderer/i18n/useText'
import { setLanguage } from '../../../src/renderer/i18n/i18n'
import '../../../src/renderer/messages'

const { t, explain } = useText()
afterEach(() => setLanguage('en'))

it('texts follow the language', () => {
  expect(t('run.run')).toBe('Run')
  setLanguage('zh-CN')
  expect(t('run.run')).toBe('运行')
})

it('a count takes the form that fits it', () => {
  expect(t('run.parameters', {}, 1)).toBe('1 parameter')
  expect(t('run.parameters', {}, 131)).toBe('131 parameters')
  setLanguage('zh-CN')
  expect(t('run.parameters', {}, 131)).toBe('131 个参数')
})

it('engine messages are sentences in the language, with their field named as in the window', () => {
  const error = { code: 'spec.above', details: { field: 'learningRate', value: '0', above: 0 } } as const
  expect(explain(error, { field: 'Learning rate' })).toBe('Learning rate is 0; it must be a finite number above 0.')
  setLanguage('zh-CN')
  expect(explain(error, { field: '学习率' })).toBe('学习率为 0；应为大于 0 的有限数。')
})

it('spaces in what a sentence quotes stay as they are', () => {
  const folder = { code: 'file.no-folder', details: { path: '/tmp/实验 室/x.npz' } } as const
  expect(explain(folder)).toContain('/tmp/实验 室/x.npz')
  setLanguage('zh-CN')
  expect(explain(folder)).toContain('/tmp/实验 室/x.npz')
  const error = { code: 'spec.above', details: { field: 'learningRate', value: '甲 乙', above: 0 } } as const
  expect(explain(error, { field: '学习率' })).toBe('学习率为 甲 乙；应为大于 0 的有限数。')
})

it('names in a sentence stand in quotation marks, not in backticks as in a terminal', () => {
  const error = { code: 'data.one-class', details: { name: 'kind', value: 'x' } } as const
  expect(explain(error)).toBe('Only one class in “kind”: every row is “x”. Choose another target.')
  setLanguage('zh-CN')
  expect(explain(error)).toBe('“kind”只有一个类别：每一行都是“x”。请选择其他目标列。')
})
