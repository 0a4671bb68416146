import type { ReadingRequest } from '#core'
import { describe, expect, it } from 'vitest'
import { remediesFor } from '../../../../src/renderer/features/data/remedies'

const asked: ReadingRequest = { options: { encoding: 'utf-8', kinds: { id: 'text' } } }
const optionsFor = (...args: Parameters<typeof remediesFor>) => remediesFor(...args).map(({ reading }) => reading.options)

describe('what can be done about a file', () => {
  it('keeps what was chosen before, but for the one choice', () => {
    const message = { code: 'data.ragged-row', details: { row: 3, count: 2 } } as const
    expect(remediesFor(message, asked, [])).toEqual([
      {
        label: 'remedy.dropRows',
        values: { count: 2 },
        reading: { options: { encoding: 'utf-8', kinds: { id: 'text' }, ragged: 'drop' } }
      }
    ])
  })

  it('offers every other encoding, not the one that failed', () => {
    const message = { code: 'data.wrong-encoding', details: { encoding: 'gb18030' } } as const
    expect(optionsFor(message, { options: {} }, []).map(({ encoding }) => encoding)).toEqual(['windows-1252', 'utf-16le', 'utf-8'])
  })

  it('takes a cell that is no number for missing, or its column for text', () => {
    const message = { code: 'data.not-a-number', details: { row: 3, column: 2, name: 'age', value: 'n/k' } } as const
    expect(optionsFor(message, asked, ['', 'NA'])).toEqual([
      { encoding: 'utf-8', kinds: { id: 'text' }, missing: ['', 'NA', 'n/k'] },
      { encoding: 'utf-8', kinds: { id: 'text', age: 'text' } }
    ])
  })

  it('asks what a mark between digits means', () => {
    const comma = { code: 'note.ambiguous-thousands', details: { value: '1,234', whole: 1234, decimals: 1.234 } } as const
    const point = { code: 'note.ambiguous-thousands', details: { value: '1.234', whole: 1234, decimals: 1.234 } } as const
    expect(optionsFor(comma, { options: {} }, [])).toEqual([{ decimal: '.' }, { decimal: ',' }])
    expect(optionsFor(point, { options: {} }, [])).toEqual([{ decimal: ',' }, { decimal: '.' }])
  })

  it('reads a part of what is too large', () => {
    const message = { code: 'data.too-large', details: {} } as const
    expect(remediesFor(message, { options: {} }, []).map(({ reading }) => reading.sample)).toEqual([
      { rows: 100_000, how: 'first' },
      { rows: 100_000, how: 'random', seed: 1 }
    ])
  })

  it('is nothing for what only its owner can fix', () => {
    expect(remediesFor({ code: 'data.quote-not-closed', details: { row: 2, column: 2 } }, { options: {} }, [])).toEqual([])
  })
})
