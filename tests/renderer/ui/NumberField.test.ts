// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { fieldRevisionKey } from '../../../src/renderer/ui/field-revision'
import NumberField from '../../../src/renderer/ui/NumberField.vue'

const double = (value: number, direction: 1 | -1) => (direction > 0 ? value * 2 : value / 2)

function setUp(value = 0.1) {
  const revision = ref(0)
  const wrapper = mount(NumberField, {
    props: { value, step: double },
    global: { provide: { [fieldRevisionKey as symbol]: revision } }
  })
  const input = wrapper.find('input')
  const type = async (text: string) => {
    input.element.value = text
    await input.trigger('input')
    await input.trigger('change')
  }
  return { wrapper, input, type, revision }
}

describe('a box for a number', () => {
  it('passes on what was typed, and the text', async () => {
    const { wrapper, type } = setUp()
    await type('0,25')
    expect(wrapper.emitted('change')).toEqual([[0.25, '0,25']])
  })

  it('passes text that is no number on as NaN, and keeps it in sight', async () => {
    const { wrapper, input, type } = setUp()
    await type('abc')
    expect(wrapper.emitted('change')).toEqual([[Number.NaN, 'abc']])
    expect(input.element.value).toBe('abc')
  })

  it('says nothing when nothing has changed', async () => {
    const { wrapper, type } = setUp()
    await type(' 0.1 ')
    expect(wrapper.emitted('change')).toBeUndefined()
  })

  it('passes the old value on where another was refused, so that the error can go', async () => {
    const { wrapper, input, type } = setUp()
    await wrapper.setProps({ invalid: true })
    await type('0.1')
    await input.trigger('keydown', { key: 'Escape' })
    expect(wrapper.emitted('change')).toEqual([
      [0.1, ''],
      [0.1, '']
    ])
  })

  it('shows the value again after a change was refused', async () => {
    const { input, type, revision } = setUp()
    await type('5')
    revision.value++
    await nextTick()
    expect(input.element.value).toBe('0.1')
  })

  it('follows the value from outside', async () => {
    const { wrapper, input } = setUp()
    await wrapper.setProps({ value: 1e-5 })
    expect(input.element.value).toBe('1e-5')
  })

  it('steps with the arrow keys, and Escape takes typing back', async () => {
    const { wrapper, input } = setUp()
    await input.trigger('keydown', { key: 'ArrowUp' })
    await input.trigger('keydown', { key: 'ArrowDown' })
    expect(wrapper.emitted('change')).toEqual([
      [0.2, ''],
      [0.05, '']
    ])
    input.element.value = '7'
    await input.trigger('input')
    await input.trigger('keydown', { key: 'Escape' })
    expect(input.element.value).toBe('0.1')
  })
})
