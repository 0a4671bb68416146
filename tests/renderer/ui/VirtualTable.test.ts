// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import VirtualTable from '../../../src/renderer/ui/VirtualTable.vue'

// A window of 240 pixels: happy-dom lays nothing out.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(240)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600)
})
afterEach(() => vi.restoreAllMocks())

const columns = [
  { name: 'name', label: 'Name', width: '1fr' },
  { name: 'value', label: 'Value', width: '2fr', numeric: true }
]

async function table(sort?: { column: string; descending: boolean }) {
  const text = vi.fn((row: number, column: string) => `${column} ${row}`)
  const wrapper = mount(VirtualTable, { props: { columns, count: 100_000, text, label: 'Rows', version: 0, sort } })
  await flushPromises()
  return { wrapper, text }
}

it('makes only the rows in sight, and says how many there are', async () => {
  const { wrapper } = await table()
  const rows = wrapper.findAll('.body .row')
  expect(rows.length).toBeGreaterThanOrEqual(10)
  expect(rows.length).toBeLessThan(40)
  expect(rows[3].text()).toBe('name 3value 3')
  expect(wrapper.attributes('aria-rowcount')).toBe('100001')
  expect(rows[3].attributes('aria-rowindex')).toBe('5')
})

it('asks for the texts anew when the version changes, which stays out of the page', async () => {
  const { wrapper, text } = await table()
  text.mockImplementation((row) => `new ${row}`)
  await wrapper.setProps({ version: Uint32Array.of(7, 8, 9) })
  expect(wrapper.findAll('.body .row')[3].text()).toBe('new 3new 3')
  expect(wrapper.html()).not.toContain('7,8,9')
})

it('has headings that sort, and tells how it is sorted', async () => {
  const { wrapper } = await table({ column: 'value', descending: true })
  expect(wrapper.findAll('[role="columnheader"]').map((head) => head.attributes('aria-sort'))).toEqual(['none', 'descending'])
  await wrapper.find('[role="columnheader"] button').trigger('click')
  expect(wrapper.emitted('sort')).toEqual([['name']])
})

it('has no buttons where it cannot be sorted', async () => {
  const { wrapper } = await table()
  expect(wrapper.find('[role="columnheader"] button').exists()).toBe(false)
})
