// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { fieldRevisionKey } from '../../../src/renderer/ui/field-revision'
import SegmentedControl from '../../../src/renderer/ui/SegmentedControl.vue'

const options = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table', testId: 'as-table' }
]

let wrapper: ReturnType<typeof control>
const revision = ref(0)
function control() {
  return mount(SegmentedControl, {
    props: { value: 'chart', options, label: 'Show as' },
    global: { provide: { [fieldRevisionKey as symbol]: revision } },
    attachTo: document.body
  })
}
beforeEach(() => (wrapper = control()))
afterEach(() => wrapper.unmount())

const checked = () => wrapper.find('[aria-checked="true"]').text()

it('is a named group of radio buttons', () => {
  expect(wrapper.find('[role="radiogroup"]').attributes('aria-label')).toBe('Show as')
  expect(wrapper.findAll('[role="radio"]').map((radio) => radio.attributes('aria-label'))).toEqual(['Chart', 'Table'])
  expect(checked()).toBe('Chart')
})

it('shows what was clicked at once, and passes it on once', async () => {
  await wrapper.find('[data-testid="as-table"]').trigger('click')
  await wrapper.find('[data-testid="as-table"]').trigger('click')
  expect(checked()).toBe('Table')
  expect(wrapper.emitted('change')).toEqual([['table']])
})

it('chooses by an arrow key, also when it is up again before anything else happens', async () => {
  const [first, second] = wrapper.findAll<HTMLElement>('[role="radio"]')
  first.element.focus()
  expect(wrapper.emitted('change')).toBeUndefined()
  void first.trigger('keydown', { key: 'ArrowRight' })
  void first.trigger('keyup', { key: 'ArrowRight' })
  await flushPromises()
  expect(document.activeElement).toBe(second.element)
  expect(wrapper.emitted('change')).toEqual([['table']])
})

it('keeps the choice of a key when the timer of the one before it comes late', async () => {
  vi.useFakeTimers()
  const [first, second] = wrapper.findAll<HTMLElement>('[role="radio"]')
  first.element.focus()
  void first.trigger('keydown', { key: 'ArrowRight' })
  void first.trigger('keyup', { key: 'ArrowRight' })
  void second.trigger('keydown', { key: 'ArrowLeft' })
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  expect(document.activeElement).toBe(first.element)
  expect(wrapper.emitted('change')).toEqual([['table'], ['chart']])
  expect(checked()).toBe('Chart')
})

it('shows the value again when the choice was refused', async () => {
  await wrapper.find('[data-testid="as-table"]').trigger('click')
  revision.value++
  await nextTick()
  expect(checked()).toBe('Chart')
})
