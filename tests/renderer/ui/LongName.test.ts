// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import LongName from '../../../src/renderer/ui/LongName.vue'

it('keeps the end of a long name, and every character of any name', () => {
  const long = mount(LongName, { props: { name: 'mean temperature of the day before' } })
  expect(long.find('.end').text()).toBe('day before')
  expect(long.element.textContent).toBe('mean temperature of the day before')
  const short = mount(LongName, { props: { name: 'sepal_length_cm' } })
  expect(short.find('.end').exists()).toBe(false)
  expect(short.element.textContent).toBe('sepal_length_cm')
})
