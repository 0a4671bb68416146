// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { Settings } from '#core'
import { settingsState, type SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { experimentState } from '../../support/experiment-state'
import HiddenText from '../../../../src/renderer/features/settings/HiddenText.vue'

function setUp() {
  const change = vi.fn<SettingsEditor['change']>()
  const editor = { change } as unknown as SettingsEditor
  const wrapper = mount(HiddenText, {
    props: { hidden: [{ units: 16, activation: 'tanh' as const }] },
    global: { provide: { [settingsState.key as symbol]: editor } }
  })
  const input = wrapper.find('input')
  const type = async (text: string) => {
    input.element.value = text
    await input.trigger('input')
  }
  /** Applies the change that was passed on last to layers that are no longer those on the screen. */
  const lastChange = (hidden: Settings['hidden']) => {
    const [field, patch] = change.mock.lastCall ?? []
    return [field, typeof patch === 'function' ? patch({ ...experimentState().settings, hidden }) : patch]
  }
  return { lastChange, wrapper, input, type }
}

it('a message from the engine does not take away what is being typed', async () => {
  const { lastChange, wrapper, input, type } = setUp()
  await type('12, 6')
  await wrapper.setProps({ hidden: [{ units: 16, activation: 'tanh' }] })
  expect(input.element.value).toBe('12, 6')
  await input.trigger('change')
  expect(lastChange([{ units: 9, activation: 'relu' }])).toEqual([
    'hidden',
    {
      hidden: [
        { units: 12, activation: 'relu' },
        { units: 6, activation: 'relu' }
      ]
    }
  ])
})

it('other layers from the engine show, and Escape takes typing back', async () => {
  const { wrapper, input, type } = setUp()
  await wrapper.setProps({ hidden: [{ units: 5, activation: 'relu' }] })
  expect(input.element.value).toBe('5')
  await type('7')
  await input.trigger('keydown', { key: 'Escape' })
  expect(input.element.value).toBe('5')
})

it('what cannot be read is refused by the change, and stays in sight', async () => {
  const { lastChange, input, type } = setUp()
  await type('12, x')
  await input.trigger('change')
  expect(() => lastChange([])).toThrow(expect.objectContaining({ code: 'spec.whole-number' }))
  await input.trigger('blur')
  expect(input.element.value).toBe('12, x')
})
