// @vitest-environment happy-dom
import { nextTick } from 'vue'
import { expect, it, vi } from 'vitest'
import type { Preferences } from '#shared/contract'
import { defaultEngineConfig } from '#shared/engine'
import { createPreferences } from '../../../src/renderer/engine-client/usePreferences'
import { useText } from '../../../src/renderer/i18n/useText'
import { fakeBridge } from '../support/fake-bridge'
import '../../../src/renderer/messages'

const initial: Preferences = {
  language: 'en',
  theme: 'light',
  engine: defaultEngineConfig,
  page: 'workbench',
  sidebar: { isHidden: false, width: null }
}

it('language and theme are applied at once and stored', async () => {
  const bridge = fakeBridge()
  const preferences = createPreferences({
    bridge: bridge.client,
    initial,
    window,
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
    args: { preferences: { ...initial, language: 'zh-CN', theme: 'dark' } }
  })

  preferences.nextTheme()
  expect(preferences.theme.value).toBe('system')
  expect(['light', 'dark']).toContain(preferences.scheme.value)
})

it('the page that is open and the sidebar are kept for the next start', () => {
  const bridge = fakeBridge()
  const preferences = createPreferences({ bridge: bridge.client, initial, window, onError: vi.fn() })
  preferences.choose({ page: 'graph' })
  preferences.choose({ sidebar: { isHidden: true, width: 24 } })
  expect([preferences.page.value, preferences.sidebar.value]).toEqual(['graph', { isHidden: true, width: 24 }])
  expect(bridge.calls.at(-1)?.args).toEqual({ preferences: { ...initial, page: 'graph', sidebar: { isHidden: true, width: 24 } } })
})
