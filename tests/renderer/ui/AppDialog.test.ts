// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import AppDialog from '../../../src/renderer/ui/AppDialog.vue'

let wrapper: ReturnType<typeof mount> | null = null
afterEach(() => wrapper?.unmount())

async function open(alert: boolean) {
  const isOpen = ref(false)
  wrapper = mount(
    defineComponent(() => () => [
      h('button', { id: 'opener' }),
      isOpen.value
        ? h(
            AppDialog,
            { heading: 'Question', alert, 'data-testid': 'dialog', onClose: () => (isOpen.value = false) },
            {
              default: () => h('p', 'body'),
              actions: () => [h('button', { id: 'other' }), h('button', { id: 'safe', autofocus: true })]
            }
          )
        : null
    ]),
    { attachTo: document.body }
  )
  document.querySelector<HTMLElement>('#opener')?.focus()
  isOpen.value = true
  await flushPromises()
  return { isOpen, dialog: document.querySelector('[data-testid="dialog"]') }
}

describe('a dialog', () => {
  it('is named by its heading and begins at what has autofocus', async () => {
    const { dialog } = await open(false)
    expect(dialog?.getAttribute('role')).toBe('dialog')
    expect(document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Question')
    expect(document.activeElement?.id).toBe('safe')
  })

  it('closes on Escape and gives the focus back', async () => {
    const { isOpen } = await open(false)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }))
    await flushPromises()
    expect(isOpen.value).toBe(false)
    expect(document.activeElement?.id).toBe('opener')
  })

  it('that asks says its question as its description', async () => {
    const { dialog } = await open(true)
    expect(dialog?.getAttribute('role')).toBe('alertdialog')
    expect(document.getElementById(dialog?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('body')
  })
})
