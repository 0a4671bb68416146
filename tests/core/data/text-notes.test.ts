import { describe, expect, it } from 'vitest'
import { createColumn } from '../../../src/core/data/create-column'
import { plainNotation } from '../../../src/core/data/number'
import { notesOnTexts } from '../../../src/core/data/text-notes'

const notesOn = (cells: readonly string[], kind?: 'text') => {
  const column = createColumn('x', cells, { kind })
  return notesOnTexts(column, plainNotation, Int32Array.from(cells, (_, row) => row + 2))
}

describe('notesOnTexts', () => {
  it('names the first cell that is no number where most are', () => {
    expect(notesOn(['1', '', '2', 'low', '3', 'high'])).toEqual([
      { code: 'note.mostly-numbers', details: { name: 'x', count: 3, total: 5, row: 5, value: 'low' } }
    ])
  })

  it('names different units', () => {
    const cells = Array.from({ length: 30 }, (_, i) => `${i} ${['kg', 'lb'][i % 2]}`)
    expect(notesOn(cells)).toEqual([{ code: 'note.several-units', details: { name: 'x', units: '`kg`, `lb`' } }])
  })

  it('tells numbers in a form that is not read', () => {
    const cells = ['', ...Array.from({ length: 12 }, (_, i) => `${i}±2`)]
    expect(notesOn(cells)).toEqual([{ code: 'note.unread-numbers', details: { name: 'x', count: 12, total: 12, row: 3, value: '0±2' } }])
  })

  it.each([
    ['texts', ['a', 'b', 'c']],
    ['numbers', ['1', '2', '3']],
    ['few numbers', ['1', 'a', 'b', 'c', 'd']]
  ])('says nothing of %s', (_, cells) => expect(notesOn(cells)).toEqual([]))

  it('says nothing of what was asked to be text', () => expect(notesOn(['1', '2', 'a'], 'text')).toEqual([]))
})
