// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import CodeEditor from '../../../../src/renderer/features/labs/CodeEditor.vue'
import { setLanguage } from '../../../../src/renderer/i18n/i18n'
import '../../../../src/renderer/pages/labs/messages'

afterEach(() => setLanguage('en'))

function open() {
  const wrapper = mount(CodeEditor, { props: { text: 'a = 1', failedLine: null }, attachTo: document.body })
  const root = wrapper.find('[data-testid=labs-editor]').element.shadowRoot
  if (!root) throw new Error('no shadow tree')
  const content = () => root.querySelector('.cm-content')
  return { wrapper, content, failed: () => root.querySelector('.cm-failed')?.textContent }
}

it('another program takes the place of the one that is shown, and the line where it failed is marked', async () => {
  const { wrapper, content, failed } = open()
  await wrapper.setProps({ text: 'b = 2' })
  expect(content()?.textContent).toBe('b = 2')
  await wrapper.setProps({ failedLine: 1 })
  expect(failed()).toBe('b = 2')
  wrapper.unmount()
  expect(content()).toBeNull()
})

it('its names follow the language', async () => {
  const { wrapper, content } = open()
  expect(content()?.getAttribute('aria-label')).toBe('Program in Python')
  setLanguage('zh-CN')
  await nextTick()
  expect(content()?.getAttribute('aria-label')).toBe('Python 程序')
  wrapper.unmount()
})
