import { describe, expect, it } from 'vitest'
import { chosenSheet } from '../../../../src/node/sources/sheets/chosen-sheet'
import { refusalOf } from '../../../support/tables'

const chosen = (options: { readonly sheet?: string; readonly expectedSheet?: string }, sheets = ['notes', 'data', '第二']) =>
  chosenSheet(sheets, { name: 'book.xlsx', ...options })

describe('the sheet that is read', () => {
  it.each([
    ['the first one', {}, 0],
    ['the one of the file that a model was trained on', { expectedSheet: '第二' }, 2],
    ['the first one where there is none of that name', { expectedSheet: 'Data' }, 0],
    ['the one asked for, whatever was expected', { sheet: 'data', expectedSheet: '第二' }, 1]
  ])('is %s', (_, options, index) => expect(chosen(options)).toBe(index))

  it('must be there where it is asked for, and there must be one', () => {
    expect(refusalOf(() => chosen({ sheet: 'Data' })).en).toContain('`notes`, `data`, `第二`')
    expect(refusalOf(() => chosen({}, [])).code).toBe('data.empty-file')
  })
})
