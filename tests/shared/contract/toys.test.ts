import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { editPointsSchema, openToySchema } from '#shared/contract'

const takesEdit = (edit: unknown) => v.is(editPointsSchema, { edits: [edit] })

describe('editPointsSchema', () => {
  it.each([
    { kind: 'add', x: 0.5, y: -1, label: 'A' },
    { kind: 'add', x: 0.5, y: -1, label: null },
    { kind: 'move', row: 0, x: 1e6, y: -1e6 },
    { kind: 'relabel', row: 3, label: 'E' },
    { kind: 'erase', rows: [0, 2] }
  ])('takes $kind', (edit) => {
    expect(takesEdit(edit)).toBe(true)
  })

  it.each([
    { kind: 'add', x: NaN, y: 0, label: 'A' },
    { kind: 'add', x: Infinity, y: 0, label: 'A' },
    { kind: 'add', x: 0, y: 0, label: 'A,B' },
    { kind: 'add', x: 0, y: 0 },
    { kind: 'move', row: 1.5, x: 0, y: 0 },
    { kind: 'move', row: -1, x: 0, y: 0 },
    { kind: 'move', row: 0, x: 1e21, y: 0 },
    { kind: 'erase', rows: ['0'] },
    { kind: 'forget' }
  ])('refuses %o', (edit) => {
    expect(takesEdit(edit)).toBe(false)
  })
})

describe('openToySchema', () => {
  it('takes a name of the catalogue with numbers for knobs', () => {
    expect(v.is(openToySchema, { name: 'moons', knobs: { size: 20 } })).toBe(true)
    expect(v.is(openToySchema, { name: 'moon', knobs: {} })).toBe(false)
    expect(v.is(openToySchema, { name: 'moons', knobs: { size: '20' } })).toBe(false)
  })
})
