import type { ReadingRequest } from '#core'
import { describe, expect, it } from 'vitest'
import { remediesFor, remedyText } from '../../../../src/renderer/features/data/remedies'

const detected: ReadingRequest = { options: {} }
const asked: ReadingRequest = { options: { encoding: 'utf-8', kinds: { id: 'text' } } }
type Message = Parameters<typeof remediesFor>[0]
const remediesOf = (message: Message, reading = detected, missing: readonly string[] = []) => remediesFor(message, { reading, missing })
const optionsFor = (...args: Parameters<typeof remediesOf>) => remediesOf(...args).map(({ reading }) => reading.options)

describe('what can be done about a file', () => {
  it('keeps what was chosen before, but for the one choice', () => {
    expect(remediesOf({ code: 'data.ragged-row', details: { row: 3, count: 2 } }, asked)).toEqual([
      {
        label: 'remedy.dropRows',
        values: { count: 2 },
        reading: { options: { encoding: 'utf-8', kinds: { id: 'text' }, ragged: 'drop' } }
      }
    ])
  })

  it.each(['data.preamble', 'data.rows-above', 'note.rows-above'] as const)('skips the lines above a table: %s', (code) => {
    const [{ label, values }] = remediesOf({ code, details: { count: 2, skip: 3 } })
    expect([label, values]).toEqual(['remedy.skip', { count: 2 }])
    expect(optionsFor({ code, details: { count: 2, skip: 3 } })).toEqual([{ skip: 3 }])
  })

  it('detects the encoding where a chosen one failed, or takes one that is mistaken for it', () => {
    const message = { code: 'data.wrong-encoding', details: { encoding: 'gb18030' } } as const
    expect(optionsFor(message, { options: { encoding: 'gb18030', header: true } })).toEqual([
      { header: true },
      { encoding: 'big5', header: true },
      { encoding: 'shift_jis', header: true },
      { encoding: 'windows-1252', header: true }
    ])
  })

  it('offers no encoding that the bytes have ruled out', () => {
    const message = { code: 'note.encoding', details: { encoding: 'Windows-1252', byte: 4 } } as const
    expect(optionsFor(message).map(({ encoding }) => encoding)).toEqual(['windows-1250', 'windows-1251', 'gb18030'])
  })

  it.each(['data.not-a-number', 'note.not-numbers', 'note.not-dates', 'note.mostly-numbers'] as const)(
    'takes the odd cell of %s for missing, or its column for text',
    (code) => {
      const message = { code, details: { row: 3, column: 2, name: 'age', value: 'n/k' } }
      expect(optionsFor(message, asked, ['', 'NA'])).toEqual([
        { encoding: 'utf-8', kinds: { id: 'text' }, missing: ['', 'NA', 'n/k'] },
        { encoding: 'utf-8', kinds: { id: 'text', age: 'text' } }
      ])
    }
  )

  it('takes the row below the header for the names where it alone is odd', () => {
    const message = { code: 'note.not-numbers', details: { name: 'a', count: 1, row: 2, value: '气温' } } as const
    expect(optionsFor(message)[0]).toEqual({ skip: 1 })
    expect(optionsFor(message)).toHaveLength(3)
    expect(optionsFor({ ...message, details: { ...message.details, row: 50 } })).toHaveLength(2)
  })

  it('asks what a mark between digits means', () => {
    const ask = (value: string) => optionsFor({ code: 'note.ambiguous-thousands', details: { value, whole: 1234, decimals: 1.234 } })
    expect(ask('1,234')).toEqual([{ decimal: '.' }, { decimal: ',' }])
    expect(ask('1.234')).toEqual([{ decimal: ',' }, { decimal: '.' }])
  })

  it('asks whether the day or the month comes first', () => {
    const message = { code: 'note.ambiguous-dates', details: { name: 'day', value: '01/02/2024', day: '2024-02-01', month: '2024-01-02' } } as const
    expect(remediesOf(message).map(({ values, reading }) => [values.meaning, reading.options.dates])).toEqual([
      ['2024-02-01', 'day-first'],
      ['2024-01-02', 'month-first']
    ])
  })

  it('reads integers that may be dates as dates, or as numbers for good', () => {
    expect(optionsFor({ code: 'note.maybe-dates', details: { name: 'day', value: '20240131', date: '2024-01-31' } })).toEqual([
      { kinds: { day: 'date' } },
      { kinds: { day: 'number' } }
    ])
  })

  it('merges other spellings, or keeps them apart for good', () => {
    expect(optionsFor({ code: 'note.spellings', details: { name: 'answer', values: 'Yes, yes' } })).toEqual([
      { spellings: 'merge' },
      { spellings: 'keep' }
    ])
    expect(optionsFor({ code: 'note.merged-spellings', details: {} })).toEqual([{ spellings: 'keep' }])
  })

  it('leaves totals and repeats out, each besides the other, and keeps them again', () => {
    const [totals, repeats] = [{ code: 'note.totals', details: { count: 1 } }, { code: 'note.repeated-rows', details: { whole: 1 } }] as const
    expect(optionsFor(totals)).toEqual([{ omit: ['totals'] }])
    expect(optionsFor(repeats, { options: { omit: ['totals'] } })).toEqual([{ omit: ['totals', 'repeats'] }])
    expect(optionsFor({ ...repeats, details: { whole: 0 } })).toEqual([])
    expect(optionsFor({ code: 'note.omitted-repeats', details: {} }, { options: { omit: ['totals', 'repeats'] } })).toEqual([{ omit: ['totals'] }])
    expect(optionsFor({ code: 'note.omitted-totals', details: { count: 1 } }, { options: { omit: ['totals'] } })).toEqual([{}])
  })

  it('takes a mark of missing values for a value', () => {
    expect(optionsFor({ code: 'note.missing-mark', details: { value: 'none' } }, detected, ['', 'None', 'NA'])).toEqual([{ missing: ['', 'NA'] }])
  })

  it('reads one of the other sheets, at most three of which have a button', () => {
    const message = { code: 'note.sheet', details: { name: 'b', count: 5, sheets: 'a, b, c, d, e' } } as const
    const remedies = remediesFor(message, { reading: detected, missing: [], sheets: ['a', 'b', 'c', 'd', 'e'] })
    expect(remedies.map(({ reading }) => reading.options.sheet)).toEqual(['a', 'c', 'd'])
  })

  it('reads a part of what is too large', () => {
    expect(remediesOf({ code: 'data.too-large', details: {} }).map(({ reading }) => reading.sample)).toEqual([
      { rows: 100_000, how: 'first' },
      { rows: 100_000, how: 'random', seed: 1 }
    ])
  })

  it('is nothing for what only its owner can fix', () => {
    expect(remediesOf({ code: 'data.quote-not-closed', details: { row: 2, column: 2 } })).toEqual([])
  })

  it('shows no more of a cell on its button than fits', () => {
    const [remedy] = remediesOf({ code: 'note.label-typo', details: { value: '长'.repeat(1000), near: 'a' } })
    expect(remedyText(remedy, (_, values) => String(values?.value))).toBe(`${'长'.repeat(27)}…`)
    expect(remedy.reading.options.missing).toEqual(['长'.repeat(1000)])
  })
})
