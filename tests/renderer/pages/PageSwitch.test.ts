// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { preferencesState, type PreferencesControl } from '../../../src/renderer/engine-client/usePreferences'
import { i18n } from '../../../src/renderer/i18n/i18n'
import { useText } from '../../../src/renderer/i18n/useText'
import { createKeyNames, keyNamesState } from '../../../src/renderer/keys/useKeyNames'
import '../../../src/renderer/messages'
import PageSwitch from '../../../src/renderer/pages/PageSwitch.vue'

it('offers each page in the language of the window, and passes on the one that is chosen', async () => {
  const choose = vi.fn()
  const preferences = { page: ref('workbench'), language: ref('en'), choose } as unknown as PreferencesControl
  const keyNames = createKeyNames({ platform: 'linux', language: preferences.language, t: useText().t })
  const wrapper = mount(PageSwitch, {
    global: { plugins: [i18n], provide: { [preferencesState.key as symbol]: preferences, [keyNamesState.key as symbol]: keyNames } }
  })
  expect(wrapper.findAll('[role="radio"]').map((radio) => radio.attributes('aria-label'))).toEqual([
    'Workbench',
    'Microscope',
    'Graph',
    'Labs'
  ])
  expect(wrapper.find('[aria-checked="true"]').text()).toBe('Workbench')
  expect(wrapper.find('[data-value="graph"]').attributes('title')).toBe('Graph (Ctrl+3)')
  await wrapper.find('[data-value="graph"]').trigger('click')
  expect(choose).toHaveBeenCalledExactlyOnceWith({ page: 'graph' })
})
