// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { ref } from 'vue'
import { expect, it } from 'vitest'
import { fieldRevisionKey } from '../../../src/renderer/ui/field-revision'
import SelectField from '../../../src/renderer/ui/SelectField.vue'

const options = [
  { value: 'a', label: 'A', group: 'First' },
  { value: 'b', label: 'B', group: 'First' },
  { value: 'c', label: 'C (no)', disabled: true }
]

it('passes a choice on, and shows the value again when it was refused', async () => {
  const revision = ref(0)
  const wrapper = mount(SelectField, {
    props: { value: 'a', options },
    global: { provide: { [fieldRevisionKey as symbol]: revision } }
  })
  const select = wrapper.find('select')
  await select.setValue('b')
  expect(wrapper.emitted('change')).toEqual([['b']])
  revision.value++
  await flushPromises()
  expect(select.element.value).toBe('a')
})

it('groups options under their headings and greys what cannot be chosen', () => {
  const wrapper = mount(SelectField, { props: { value: 'a', options } })
  expect(wrapper.findAll('optgroup').map((group) => [group.attributes('label'), group.findAll('option').length])).toEqual([['First', 2]])
  expect(wrapper.find('option[value="c"]').attributes()).toHaveProperty('disabled')
})
