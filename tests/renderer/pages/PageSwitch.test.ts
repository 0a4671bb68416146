// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { i18n } from '../../../src/renderer/i18n/i18n'
import '../../../src/renderer/messages'
import PageSwitch from '../../../src/renderer/pages/PageSwitch.vue'
import type { Page } from '../../../src/renderer/pages/registry'

const page = (name: string, label: Page['label']): Page => ({ name, label, component: defineComponent({ render: () => null }) })
const [first, second] = [page('first', 'workbench.page'), page('second', 'tabs.data')]
const show = (pages: readonly Page[]) => mount(PageSwitch, { props: { pages, page: first }, global: { plugins: [i18n] } })

it('is not there for a single page', () => {
  expect(show([first]).find('[role="radiogroup"]').exists()).toBe(false)
})

it('offers each of two pages, and passes on the one that is chosen', async () => {
  const wrapper = show([first, second])
  expect(wrapper.findAll('[role="radio"]').map((radio) => radio.attributes('aria-label'))).toEqual(['Workbench', 'Data'])
  expect(wrapper.find('[aria-checked="true"]').text()).toBe('Workbench')
  await wrapper.find('[data-value="second"]').trigger('click')
  expect(wrapper.emitted('change')).toEqual([[second]])
})
