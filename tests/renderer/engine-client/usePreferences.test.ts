// @vitest-environment happy-dom
import { nextTick } from 'vue'
import { expect, it, vi } from 'vitest'
import { defaultEngineConfig } from '#shared/engine'
import { createPreferences } from '../../../src/renderer/engine-client/usePreferences'
import { useText } from '../../../src/renderer/i18n/useText'
import { fakeBridge } from '../support/fake-bridge'
import '../../../src/renderer/messages'

it('language and theme are applied at once and stored', async () => {
  const bridge = fakeBridge()
  const preferences = createPreferences({
    bridge: bridge.client,
    initial: { language: 'en', theme: 'light', engine: defaultEngineConfig },
    page: window,
    onError: vi.fn()
  })
  expect(document.documentElement.dataset.theme).toBe('light')

  preferences.nextTheme()
  expect(document.documentElement.dataset.theme).toBe('dark')
  preferences.toggleLanguage()
  await nextTick()
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(useText().t('run.run')).toBe('运行')
  expect(bridge.calls.at(-1)).toEqual({
    name: 'setPreferences',
    args: { preferences: { language: 'zh-CN', theme: 'dark', engine: defaultEngineConfig } }
  })

  preferences.nextTheme()
  expect(preferences.theme.value).toBe('system')
  expect(['light', 'dark']).toContain(preferences.scheme.value)
})
