import { expect, it } from 'vitest'
import type { ColumnSummary } from '#core'
import { columnChanges } from '../../../../src/renderer/features/data/column-changes'

const column = (name: string, more: Partial<ColumnSummary> = {}): ColumnSummary => ({
  name,
  kind: 'text',
  type: 'text',
  missing: 0,
  distinct: 5,
  ...more
})

it('names the columns that are of another type, or have other values missing or different', () => {
  const before = [column('a'), column('b'), column('c'), column('d')]
  const after = [column('a', { type: 'number' }), column('b', { missing: 2 }), column('c', { distinct: 3 }), column('d')]
  expect(columnChanges(before, after).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})

it('compares no column that had another name', () => {
  expect(columnChanges([column('x')], [column('column_1', { type: 'number' })])).toEqual([])
})
