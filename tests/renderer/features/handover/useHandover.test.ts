// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { h } from 'vue'
import { createHandover, handoverState, shownBy, useSubject, type Subjects } from '../../../../src/renderer/features/handover/useHandover'

it('opens a page with its subject, whether the page is there already or comes later', () => {
  const choose = vi.fn()
  const handover = createHandover({ choose })
  const expression = (text: string): Subjects['graph'] => ({ text, inputs: { x: 1 } })
  const received: string[] = []
  const page = {
    setup() {
      useSubject('graph', ({ text }) => received.push(text))
      return () => h('p')
    }
  }
  handover.open('graph', expression('x + 1'))
  expect(choose).toHaveBeenCalledExactlyOnceWith({ page: 'graph' })
  const wrapper = mount(page, { global: { provide: { [handoverState.key as symbol]: handover } } })
  expect(received).toEqual(['x + 1'])
  handover.open('graph', expression('x + 2'))
  handover.open('microscope', { source: { kind: 'next' }, at: null })
  expect(received).toEqual(['x + 1', 'x + 2'])
  wrapper.unmount()
  handover.open('graph', expression('x + 3'))
  expect(received).toEqual(['x + 1', 'x + 2'])
  expect(handover.take('graph')?.text).toBe('x + 3')
  expect(handover.take('graph')).toBeNull()
})

it('shows a case in the microscope and a program in the graph', () => {
  const handover = createHandover({ choose: vi.fn() })
  const [step, program] = [
    { kind: 'case', name: 'cases.json', text: '[]' },
    { kind: 'program', name: 'shared.json', text: 'x', inputs: { x: 1 } }
  ] as const
  shownBy(handover)(step)
  shownBy(handover)(program)
  expect(handover.take('microscope')).toEqual({ source: step, at: null })
  expect(handover.take('graph')).toEqual({ text: 'x', inputs: { x: 1 } })
})
