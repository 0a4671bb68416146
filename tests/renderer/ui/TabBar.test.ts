// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import TabBar from '../../../src/renderer/ui/TabBar.vue'

const tabs = [
  { name: 'check', label: 'Check' },
  { name: 'data', label: 'Data', badge: '2' },
  { name: 'weights', label: 'Weights' }
]

let wrapper: ReturnType<typeof bar>
function bar(chosen: string) {
  return mount(TabBar, {
    props: { tabs, chosen, label: 'Details' },
    slots: { default: '<p>shown</p>' },
    attachTo: document.body
  })
}
afterEach(() => wrapper.unmount())

it('arrow keys go from tab to tab, around the ends, and choose them', async () => {
  wrapper = bar('check')
  const press = async (tab: string, key: string) => {
    wrapper.find<HTMLElement>(`[data-testid="tab-${tab}"]`).element.focus()
    await flushPromises()
    await wrapper.find(`[data-testid="tab-${tab}"]`).trigger('keydown', { key })
    await flushPromises()
    await wrapper.setProps({ chosen: wrapper.emitted<[string]>('choose')?.at(-1)?.[0] ?? 'check' })
  }
  await press('check', 'ArrowRight')
  await press('data', 'ArrowLeft')
  await press('check', 'ArrowLeft')
  expect(wrapper.emitted('choose')).toEqual([['data'], ['check'], ['weights']])
})

it('names its panel by the chosen tab, which says so', () => {
  wrapper = bar('data')
  const tab = wrapper.find('[data-testid="tab-data"]')
  const panel = wrapper.find('[role="tabpanel"]')
  expect(tab.attributes('aria-selected')).toBe('true')
  expect(tab.text()).toContain('2')
  expect(panel.attributes('aria-labelledby')).toBe(tab.attributes('id'))
  expect(panel.text()).toBe('shown')
})
