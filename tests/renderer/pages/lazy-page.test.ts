// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { h, type Component } from 'vue'
import { i18n } from '../../../src/renderer/i18n/i18n'
import '../../../src/renderer/messages'
import { lazyPage } from '../../../src/renderer/pages/lazy-page'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const show = (page: Component) =>
  mount({ render: () => h('div', h(page)) }, { global: { plugins: [i18n], config: { errorHandler: () => undefined } } })

it('shows the page when it is there, and says that it is loading only where that takes a while', async () => {
  vi.useFakeTimers()
  let arrive: (page: Component) => void = () => {}
  const wrapper = show(lazyPage(() => new Promise((resolve) => (arrive = resolve))))
  expect(wrapper.text()).toBe('')
  await vi.advanceTimersByTimeAsync(200)
  expect(wrapper.find('[role="status"]').text()).toBe('Loading the page…')
  arrive({ render: () => h('p', 'here') })
  await vi.advanceTimersByTimeAsync(1)
  expect(wrapper.text()).toBe('here')
})

it('says why a page could not be loaded, and what to do', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const wrapper = show(lazyPage(() => Promise.reject(new Error('no such file'))))
  await flushPromises()
  expect(wrapper.find('[role="alert"]').text()).toContain('no such file. Close the window and start again')
})
