// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { computed, ref } from 'vue'
import type { Note } from '#shared/contract'
import { engineSettingsState, type EngineSettings } from '../../../../src/renderer/features/engine-settings/useEngineSettings'
import { setLanguage } from '../../../../src/renderer/i18n/i18n'
import EngineNote from '../../../../src/renderer/features/engine-settings/EngineNote.vue'
import { engineInfo } from '../../support/fake-engine'
import '../../../../src/renderer/messages'

afterEach(() => setLanguage('en'))

const note: Note = { code: 'note.engine-missing', details: { tier: 'fast', reason: 'no SIMD' } }

function bannerOf(notes: readonly Note[]) {
  const told = ref(notes)
  const settings = {
    inUse: computed(() => ({ ...engineInfo, tier: 'safe' as const })),
    notes: computed(() => told.value),
    dismissNotes: () => (told.value = [])
  }
  return mount(EngineNote, {
    global: { provide: { [engineSettingsState.key as symbol]: settings as unknown as EngineSettings } }
  })
}

it('says quietly which engine is in use and why no faster one, in either language', () => {
  expect(bannerOf([note]).text()).toBe('Training runs on the safe engine.The fast engine is disabled: it is not available here (no SIMD).')
  expect(bannerOf([note]).find('[role="status"]').exists()).toBe(true)
  setLanguage('zh-CN')
  expect(bannerOf([note]).text()).toBe('当前使用 safe 引擎训练。fast 引擎已停用：此处无法使用（no SIMD）。')
})

it('says nothing where nothing was disabled, or once it was dismissed', async () => {
  expect(bannerOf([]).text()).toBe('')
  const banner = bannerOf([note])
  await banner.find('button').trigger('click')
  expect(banner.text()).toBe('')
})
