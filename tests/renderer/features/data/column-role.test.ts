import { expect, it } from 'vitest'
import { columnRole } from '../../../../src/renderer/features/data/column-role'
import { settings } from '../../support/experiment-state'

it('a column is target, feature or unused', () => {
  expect(['species', 'a', 'other'].map((name) => columnRole(name, settings))).toEqual(['target', 'feature', 'unused'])
})
