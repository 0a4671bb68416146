import { expect, it } from 'vitest'
import { columnRole } from '../../../src/renderer/logic/column-role'
import { isMissingCell } from '../../../src/renderer/logic/missing-cell'
import { settings } from '../support/lab-state'

it('a column is target, feature or unused', () => {
  expect(['species', 'a', 'other'].map((name) => columnRole(name, settings))).toEqual(['target', 'feature', 'unused'])
})

it('a cell is missing as the CSV reader sees it', () => {
  expect(['', ' NA ', '缺失', '0', 'none of it'].map(isMissingCell)).toEqual([true, true, true, false, false])
})
