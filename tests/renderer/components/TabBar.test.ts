// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import TabBar from '../../../src/renderer/components/TabBar.vue'

it('arrow keys go from tab to tab, around the ends', async () => {
  const tabs = [
    { name: 'check', label: 'Check' },
    { name: 'data', label: 'Data', badge: '2' }
  ]
  const wrapper = mount(TabBar, {
    props: { tabs, chosen: 'check', label: 'Details', panelId: 'panel' },
    attachTo: document.body
  })
  await wrapper.find('[role="tablist"]').trigger('keydown', { key: 'ArrowRight' })
  await wrapper.find('[role="tablist"]').trigger('keydown', { key: 'ArrowLeft' })
  expect(wrapper.emitted('choose')).toEqual([['data'], ['data']])
  expect(wrapper.find('[data-testid="tab-check"]').attributes('aria-selected')).toBe('true')
  expect(wrapper.find('[data-testid="tab-data"]').text()).toContain('2')
  wrapper.unmount()
})
