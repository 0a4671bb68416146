// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import { AppError, lessonCase } from '#core'
import { engineState } from '../../../../src/renderer/engine-client/useEngine'
import { APP, useLabCase, type LabCaseChoice } from '../../../../src/renderer/features/labs/useLabCase'
import { stillEngine } from '../../support/still-engine'
import { eventually } from '../../../support/eventually'

function setUp(answer: () => Promise<unknown>, kept: string | null = null) {
  const request = vi.fn<(name: string, args?: unknown) => Promise<unknown>>(answer)
  const { engine, state } = stillEngine({ epoch: 3 }, request)
  const storage = { getItem: () => kept, setItem: vi.fn() }
  const found: { lab?: LabCaseChoice } = {}
  const wrapper = mount(
    defineComponent({
      setup: () => {
        found.lab = useLabCase(storage)
        return () => null
      }
    }),
    { global: { provide: { [engineState.key as symbol]: engine } } }
  )
  if (!found.lab) throw new Error('no choice')
  return { lab: found.lab, request, state, storage, wrapper }
}

const app = { case: lessonCase('L004'), epoch: 7 }

it('a worked example needs no engine', () => {
  const { lab, request } = setUp(() => Promise.resolve(app), 'L002')
  expect([lab.name.value, lab.asked.value?.id, lab.epoch.value]).toEqual(['L002', 'L002', null])
  expect(request).not.toHaveBeenCalled()
})

it('the network in the app is asked for when it is chosen, with its epoch', async () => {
  const { lab, storage } = setUp(() => Promise.resolve(app))
  lab.choose(APP)
  await eventually(() => expect(lab.asked.value?.id).toBe('L004'))
  expect(lab.epoch.value).toBe(7)
  expect(storage.setItem).toHaveBeenCalledWith('labs-case', APP)
})

it('the reason is there why it cannot be used, and goes with the choice', async () => {
  const { lab } = setUp(() => Promise.reject(new AppError('request.case-too-large')), APP)
  await eventually(() => expect(lab.refusal.value?.code).toBe('request.case-too-large'))
  expect(lab.asked.value).toBeNull()
  lab.choose('L000')
  expect([lab.refusal.value, lab.asked.value?.id]).toEqual([null, 'L000'])
})

it('an app without a network has none to choose', async () => {
  const { lab, state } = setUp(() => Promise.resolve(app), APP)
  if (state.value) state.value = { ...state.value, prepared: null }
  await nextTick()
  expect(lab.isMissing.value).toBe(true)
  lab.choose('L000')
  expect(lab.isMissing.value).toBe(false)
})

it('what was kept and is no case is the first example', () => {
  expect(setUp(() => Promise.resolve(app), 'L999').lab.name.value).toBe('L000')
})
