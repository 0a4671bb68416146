// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defaultEngineConfig } from '#shared/engine'
import type { EngineInfo } from '#shared/contract'
import { setLanguage } from '../../../../src/renderer/i18n/i18n'
import EngineInUse from '../../../../src/renderer/features/engine-settings/EngineInUse.vue'
import { engineInfo } from '../../support/fake-engine'
import '../../../../src/renderer/messages'

afterEach(() => setLanguage('en'))

const fast: EngineInfo = { ...engineInfo, tier: 'fast', threads: 2 }
const textOf = (info: EngineInfo, choice: 'auto' | 'fast' | 'safe' = 'auto') =>
  mount(EngineInUse, { props: { info, wanted: { ...defaultEngineConfig, choice } } }).text()

it('says why the engine in use is that one', () => {
  expect(textOf(fast)).toContain('It is the fastest')
  expect(textOf(fast, 'fast')).toContain('You chose it')
  expect(textOf({ ...fast, forced: 'fast' })).toContain('Set by an environment variable')
})

it('tells the tile that was measured, where there is one', () => {
  expect(textOf({ ...fast, tile: '4x16' })).toContain('4 × 16 (rows × float32 columns)')
  expect(textOf({ ...fast, tier: 'plain' })).not.toContain('Tile')
})

it('quotes what the self-test found where a faster one was disabled, in either language', () => {
  const details = { tier: 'fast', run: 'f64, tanh, huber, sgd', place: 'W1[3]', value: 0.5, expected: 0.25 }
  const fallback: EngineInfo = { ...fast, tier: 'safe', notes: [{ code: 'note.engine-wrong', details }] }
  expect(textOf(fallback)).toContain('The fast engine is disabled: in its self-test (f64, tanh, huber, sgd), W1[3] was 0.5, not 0.25.')
  setLanguage('zh-CN')
  expect(textOf(fallback)).toContain('fast 引擎已停用：自检（f64, tanh, huber, sgd）中 W1[3] 为 0.5，应为 0.25。')
})
