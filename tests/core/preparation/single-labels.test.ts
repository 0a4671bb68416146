import { describe, expect, it } from 'vitest'
import { columnNamed, sentence } from '#core'
import { readLabels } from '../../../src/core/preparation/labels'
import { nearSpelling, notesOnSingleLabels } from '../../../src/core/preparation/single-labels'
import { tableOfColumns } from '../../support/tables'

function notesOf(cells: readonly (string | number)[]) {
  const table = tableOfColumns({ x: cells.map((_, i) => i), y: cells })
  const rows = Int32Array.from(cells, (_, row) => row)
  return notesOnSingleLabels(table, 'y', readLabels(table, columnNamed(table, 'y'), rows, 'classification'), rows)
}

describe('a class of one row', () => {
  it('is told with its row and what it may be a misspelling of', () => {
    const [note, ...more] = notesOf(['cat', 'dog', 'cta', 'cat', 'dog'])
    expect(note).toEqual({ code: 'note.label-typo', details: { row: 4, name: 'y', value: 'cta', near: 'cat' } })
    expect(sentence(note.code, note.details, 'en')).toBe('Row 4: `cta` occurs once; a typo of `cat`?')
    expect(more).toEqual([])
  })

  it('is told without a guess where nothing is near', () => {
    expect(notesOf(['cat', 'dog', 'elephant', 'cat', 'dog'])).toEqual([
      { code: 'note.single-label', details: { row: 4, name: 'y', value: 'elephant' } }
    ])
  })

  it('is usual where every class is one', () => expect(notesOf(['a', 'b', 'c'])).toEqual([]))

  it('is told twenty times at most', () => {
    const names = Array.from({ length: 30 }, (_, i) => `n${i}`)
    expect(notesOf(['many', 'many', ...names])).toHaveLength(20)
  })
})

describe('the near spelling', () => {
  it.each([
    ['setsoa', 'setosa'],
    ['Setosa', 'setosa'],
    ['setosaa', 'setosa'],
    ['stosa', 'setosa'],
    ['vericolour', 'versicolor'],
    ['北京是', '北京市']
  ])('of %s is %s', (text, near) => {
    expect(nearSpelling(text, ['virginica', 'setosa', 'versicolor', '北京市'])).toBe(near)
  })

  it.each(['a', 'no', '12', '1234', 'virgo', 'tulip'])('of %s is not guessed', (text) => {
    expect(nearSpelling(text, ['b', 'on', '13', '1235', 'virginica'])).toBeNull()
  })
})
