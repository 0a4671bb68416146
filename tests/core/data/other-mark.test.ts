import { describe, expect, it } from 'vitest'
import { prepare } from '#core'
import { createColumn } from '../../../src/core/data/columns'
import type { Notation } from '../../../src/core/data/number'
import { otherMark } from '../../../src/core/data/other-mark'
import { refusalOf, settingsFor, tableOf } from '../../support/tables'

const commas: Notation = { decimal: ',', grouped: false }
const detailsOf = (text: string, notation?: Notation) => otherMark({ ...createColumn('x', ['1', '2']), ...(notation ? { notation } : {}) }, text)

describe('a cell that is a number with another decimal mark than its column', () => {
  it('is told with both marks, and as it would be written in the column', () => {
    expect(detailsOf('17.5', commas)).toEqual({ mark: ',', other: '.', written: '17,5' })
    expect(detailsOf('-0,25')).toEqual({ mark: '.', other: ',', written: '-0.25' })
    expect(detailsOf('−9,5')).toEqual({ mark: '.', other: ',', written: '−9.5' })
  })

  it.each([
    ['no number', 'abc.d', commas],
    ['a number in the mark of the column', '17,5', commas],
    ['perhaps one with thousands', '1,234', undefined],
    ['a time', '10.30.00', commas]
  ])('but not where it is %s', (_, text, notation) => expect(detailsOf(text, notation)).toEqual({}))

  it('is refused with the remedy when the column is to be trained with', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i === 17 ? '17.5' : `${i},5`};${'ab'[i % 2]}\n`).join('')
    const table = tableOf(`a;y\n${rows}`)
    expect(refusalOf(() => prepare(table, settingsFor(table)))).toMatchObject({
      en: 'Row 19, column 1 (`a`): `17.5` is not a number: the decimal mark of this column is `,`, not `.`; write `17,5`. Fix it, or exclude the column.',
      zh: '第 19 行第 1 列（`a`）：`17.5` 不是数字：该列的小数点是 `,` 而不是 `.`，应写作 `17,5`。请修正，或不使用该列。'
    })
  })
})
