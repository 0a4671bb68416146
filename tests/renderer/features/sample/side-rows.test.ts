import { expect, it } from 'vitest'
import { sideRows } from '../../../../src/renderer/features/sample/side-rows'
import { experimentState } from '../../support/experiment-state'

it('counts the rows of each part of the split, and none where nothing is prepared', () => {
  const state = experimentState()
  const { trainRows, testRows, validationRows } = state.prepared ?? {}
  expect(sideRows(state)).toEqual({ train: trainRows, test: testRows, validation: validationRows })
  expect(sideRows({ ...state, prepared: null })).toEqual({ train: 0, test: 0, validation: 0 })
  expect(sideRows(null)).toEqual({ train: 0, test: 0, validation: 0 })
})
