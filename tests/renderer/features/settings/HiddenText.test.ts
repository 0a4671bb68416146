// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { settingsState, type SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import HiddenText from '../../../../src/renderer/features/settings/HiddenText.vue'

function setUp() {
  const editor = { change: vi.fn(), refuse: vi.fn() } as unknown as SettingsEditor
  const wrapper = mount(HiddenText, {
    props: { hidden: [{ units: 16, activation: 'tanh' as const }] },
    global: { provide: { [settingsState.key as symbol]: editor } }
  })
  const input = wrapper.find('input')
  const type = async (text: string) => {
    input.element.value = text
    await input.trigger('input')
  }
  return { editor, wrapper, input, type }
}

it('a message from the engine does not take away what is being typed', async () => {
  const { editor, wrapper, input, type } = setUp()
  await type('12, 6')
  await wrapper.setProps({ hidden: [{ units: 16, activation: 'tanh' }] })
  expect(input.element.value).toBe('12, 6')
  await input.trigger('change')
  expect(editor.change).toHaveBeenCalledWith('hidden', {
    hidden: [
      { units: 12, activation: 'tanh' },
      { units: 6, activation: 'tanh' }
    ]
  })
})

it('other layers from the engine show, and Escape takes typing back', async () => {
  const { wrapper, input, type } = setUp()
  await wrapper.setProps({ hidden: [{ units: 5, activation: 'relu' }] })
  expect(input.element.value).toBe('5')
  await type('7')
  await input.trigger('keydown', { key: 'Escape' })
  expect(input.element.value).toBe('5')
})

it('what cannot be read is refused beside the field, without asking the engine', async () => {
  const { editor, input, type } = setUp()
  await type('12, x')
  await input.trigger('change')
  expect(editor.refuse).toHaveBeenCalledWith('hidden', expect.objectContaining({ code: 'spec.whole-number' }))
  expect(editor.change).not.toHaveBeenCalled()
})
