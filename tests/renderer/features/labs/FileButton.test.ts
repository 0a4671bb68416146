// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import FileButton from '../../../../src/renderer/features/labs/FileButton.vue'

it('a chosen file is handed on, and may be chosen again', async () => {
  const wrapper = mount(FileButton, { props: { label: 'Open', title: 'Open a file', accept: '.py', testId: 'open' } })
  const input = wrapper.find('input')
  const file = new File(['x'], 'a.py')
  Object.defineProperty(input.element, 'files', { value: [file] })
  await input.trigger('change')
  await input.trigger('change')
  expect(wrapper.emitted('choose')).toEqual([[file], [file]])
  expect(input.element.value).toBe('')
})
