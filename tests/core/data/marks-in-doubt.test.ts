import { describe, expect, it } from 'vitest'
import { mayBeValue } from '../../../src/core/data/marks-in-doubt'
import { tableOf } from '../../support/tables'

describe('a mark of missing values', () => {
  it.each([
    ['None', ['BrkFace', 'Stone'], true],
    ['无', ['有'], true],
    ['-', ['+', '++'], true],
    ['NA', ['ZA', 'DE', 'FR', 'CN', 'US'], true],
    ['-', ['a', 'b'], false],
    ['NA', ['male', 'female'], false],
    ['?', ['Private', 'State-gov'], false],
    ['None', [], false]
  ])('%s beside %j may be a value: %s', (mark, others, isValue) => expect(mayBeValue(mark, others)).toBe(isValue))

  it('is told with its column and where it is first', () => {
    const { notes } = tableOf('x,smokes\n1,有\n2,无\n3,有\n4,无\n')
    expect(notes).toContainEqual({ code: 'note.missing-mark', details: { name: 'smokes', count: 2, row: 3, value: '无', values: '`有`' } })
  })
})
