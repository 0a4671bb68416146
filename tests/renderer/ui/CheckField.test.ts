// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { ref } from 'vue'
import { expect, it } from 'vitest'
import CheckField from '../../../src/renderer/ui/CheckField.vue'
import { fieldRevisionKey } from '../../../src/renderer/ui/field-revision'

function setUp() {
  const revision = ref(0)
  const wrapper = mount(CheckField, {
    props: { checked: false },
    global: { provide: { [fieldRevisionKey as symbol]: revision } }
  })
  return { wrapper, revision, box: wrapper.find('input') }
}

it('passes on what it shows, also when it is clicked again before it was decided', async () => {
  const { wrapper, box } = setUp()
  await box.setValue(true)
  await box.setValue(false)
  expect(wrapper.emitted('change')).toEqual([[true], [false]])
})

it('shows the value again when a change was refused', async () => {
  const { revision, box } = setUp()
  await box.setValue(true)
  revision.value++
  await flushPromises()
  expect(box.element.checked).toBe(false)
})
