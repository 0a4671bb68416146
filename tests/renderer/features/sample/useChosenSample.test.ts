import { expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { createChosenSample } from '../../../../src/renderer/features/sample/useChosenSample'
import { experimentState } from '../../support/experiment-state'

const state = experimentState()
const prepared = state.prepared && { ...state.prepared, trainRows: 3, testRows: 1, validationRows: 0 }

it('goes from row to row of one side, and no further than its ends', () => {
  const { sample, rows, move, choose, isChosen } = createChosenSample({ state: shallowRef({ ...state, prepared }) })
  expect([sample.value, rows.value, isChosen.value]).toEqual([{ side: 'train', index: 0 }, 3, false])
  for (const _ of [1, 2, 3, 4]) move(1)
  expect(sample.value).toEqual({ side: 'train', index: 2 })
  choose({ side: 'test', index: 0 })
  move(-1)
  expect([sample.value, rows.value, isChosen.value]).toEqual([{ side: 'test', index: 0 }, 1, true])
})

it('begins anew with other rows', async () => {
  const current = shallowRef({ ...state, prepared })
  const { sample, isChosen, choose } = createChosenSample({ state: current })
  choose({ side: 'train', index: 2 })
  current.value = { ...current.value, prepared: prepared && { ...prepared, trainRows: 2 } }
  await nextTick()
  expect([sample.value, isChosen.value]).toEqual([{ side: 'train', index: 0 }, false])
})
