import { describe, expect, it } from 'vitest'
import { featureNotes, prepare, sentence, suggestSettings } from '#core'
import { tableOf } from '../../support/tables'

const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('')
const notesOf = (text: string, codes: readonly string[]) => {
  const table = tableOf(text)
  return prepare(table, suggestSettings(table)).notes.filter(({ code }) => codes.includes(code))
}
const telling = ['note.copies-target', 'note.running-number']

describe('a feature that gives the target away', () => {
  it.each([
    ['its classes in other words', `code,x,y\n${lines(40, (i) => `${['u', 'v'][i % 2]},${(i * 7) % 11},${'ab'[i % 2]}`)}`, 'code'],
    ['its classes as numbers', `code,x,y\n${lines(40, (i) => `${i % 3},${(i * 7) % 11},${'abc'[i % 3]}`)}`, 'code'],
    [
      'its numbers in other units',
      `inches,x,cm\n${lines(40, (i) => `${((i * 7) % 40) + 0.5},${(i * 7) % 11},${(((i * 7) % 40) + 0.5) * 2.54}`)}`,
      'inches'
    ],
    [
      'its numbers with an offset',
      `kelvin,x,celsius\n${lines(40, (i) => `${((i * 7) % 40) + 0.25 + 273.15},${(i * 7) % 11},${((i * 7) % 40) + 0.25}`)}`,
      'kelvin'
    ]
  ])('is told: %s', (_, text, name) => {
    expect(notesOf(text, telling).map(({ code, details }) => [code, details.name])).toEqual([['note.copies-target', name]])
  })

  it('is told: the number of the row, where the rows are sorted by class', () => {
    const text = `id,x,y\n${lines(60, (i) => `${i + 1},${(i * 7) % 11},${'abc'[Math.floor(i / 20)]}`)}`
    expect(notesOf(text, telling)).toEqual([{ code: 'note.running-number', details: { name: 'id', target: 'y' } }])
  })

  it.each([
    ['the number of the row, where the rows are mixed', `id,x,y\n${lines(60, (i) => `${i + 1},${(i * 7) % 11},${'abc'[i % 3]}`)}`],
    ['a good feature', `code,x,y\n${lines(40, (i) => `${['u', 'v'][i === 5 ? 0 : i % 2]},${(i * 7) % 11},${'ab'[i % 2]}`)}`],
    ['a good number', `x,y\n${lines(40, (i) => `${i % 13}.5,${2 * (i % 13) + (i % 2)}.25`)}`],
    ['few rows', `code,y\n${lines(10, (i) => `${['u', 'v'][i % 2]},${'ab'[i % 2]}`)}`]
  ])('is not told for %s', (_, text) => expect(notesOf(text, telling)).toEqual([]))
})

describe('classes that the test rows do not have', () => {
  it('are told, with the number of their rows', () => {
    const text = `x,y\n${lines(200, (i) => `${(i * 7) % 11},${i === 3 || i === 4 ? 1 : 0}`)}`
    expect(notesOf(text, ['note.untested-classes'])).toEqual([
      { code: 'note.untested-classes', details: { name: 'y', classes: '`1`', count: 2 } }
    ])
  })

  it('are none where each class has some', () => {
    expect(notesOf(`x,y\n${lines(40, (i) => `${(i * 7) % 11},${i % 2}`)}`, ['note.untested-classes'])).toEqual([])
  })
})

describe('a column that names its rows', () => {
  it.each([
    ['one name occurs twice', (i: number) => `n${i === 7 ? 6 : i}x`],
    ['one is missing', (i: number) => (i === 7 ? '' : `n${i}x`)]
  ])('is no feature where %s', (_, name) => {
    const table = tableOf(`name,x,y\n${lines(300, (i) => `${name(i)},${(i * 7) % 11},${'ab'[i % 2]}`)}`)
    expect(suggestSettings(table).features).toEqual(['x'])
    expect(featureNotes(table, ['y']).map(({ code }) => code)).toEqual(['note.near-identifier'])
  })

  it('is one where names recur', () => {
    expect(suggestSettings(tableOf(`name,y\n${lines(300, (i) => `n${i % 30}x,${'ab'[i % 2]}`)}`)).features).toEqual(['name'])
  })
})

describe('the column that costs most rows', () => {
  it('is named where several have gaps', () => {
    const text = `a,b,y\n${lines(300, (i) => `${i % 10 < 6 ? '' : i},${i % 5 === 0 ? '' : i % 7},${'ab'[i % 2]}`)}`
    expect(notesOf(text, ['note.dropped-rows'])[0].details).toMatchObject({ count: 180, most: 'a', alone: 120 })
  })

  it('is not named again where it is the only one', () => {
    const text = `a,b,y\n${lines(300, (i) => `${i % 10 < 6 ? '' : i},${i % 7},${'ab'[i % 2]}`)}`
    const [{ code, details }] = notesOf(text, ['note.dropped-rows'])
    expect(details).toEqual({ count: 180, total: 300, row: 2, name: 'a', most: 'a' })
    expect(sentence(code, details, 'en')).toBe(
      '180 of 300 rows have a missing value in a chosen column and are dropped (first: row 2, `a`).'
    )
  })
})

describe('other features that tell too much, or nothing', () => {
  const told = (text: string) => {
    const table = tableOf(text)
    const settings = suggestSettings(table)
    return [...featureNotes(table, settings.targets), ...prepare(table, settings).notes].map(({ code, details }) => [code, details.name])
  }

  it.each([
    [
      'a running number from 0',
      `n,x,y\n${lines(60, (i) => `${i},${(i * 7) % 11},${'abc'[Math.floor(i / 20)]}`)}`,
      ['note.running-number', 'n']
    ],
    [
      'a running number that falls',
      `n,x,y\n${lines(60, (i) => `${60 - i},${(i * 7) % 11},${'abc'[Math.floor(i / 20)]}`)}`,
      ['note.running-number', 'n']
    ],
    [
      'the target negated',
      `minus,x,y\n${lines(40, (i) => `${-((i * 7) % 40) - 0.5},${(i * 7) % 11},${((i * 7) % 40) + 0.5}`)}`,
      ['note.copies-target', 'minus']
    ],
    [
      'classes in another language',
      `art,x,y\n${lines(40, (i) => `${['rot', 'blau', 'gelb'][i % 3]},${(i * 7) % 11},${['red', 'blue', 'yellow'][i % 3]}`)}`,
      ['note.copies-target', 'art']
    ],
    [
      'addresses of which a few recur',
      `mail,x,y\n${lines(300, (i) => `u${Math.max(5, i)}@x,${(i * 7) % 11},${'ab'[i % 2]}`)}`,
      ['note.near-identifier', 'mail']
    ],
    [
      'a column that is always the same',
      `site,x,y\n${lines(40, (i) => `B2,${(i * 7) % 11},${'ab'[i % 2]}`)}`,
      ['note.constant-column', 'site']
    ]
  ])('are told: %s', (_, text, note) => expect(told(text)).toContainEqual(note))

  it('name the column that costs most rows among several with gaps', () => {
    const text = `a,b,y\n${lines(300, (i) => `${i % 4 === 0 ? '' : i % 9},${i % 3 === 0 ? 'NA' : i % 7},${'ab'[i % 2]}`)}`
    // 100 rows miss b, 75 miss a, 25 miss both.
    expect(notesOf(text, ['note.dropped-rows'])).toEqual([
      { code: 'note.dropped-rows', details: { count: 150, total: 300, row: 2, name: 'a', most: 'b', alone: 75 } }
    ])
  })
})
