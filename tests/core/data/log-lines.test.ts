import { describe, expect, it } from 'vitest'
import { readCsv } from '#core'

const lines = (line: (i: number) => string) => `${Array.from({ length: 20 }, (_, i) => line(i)).join('\n')}\n`
const read = (text: string) => readCsv(new TextEncoder().encode(text))
const notesOf = (text: string) => read(text).notes.map(({ code }) => code)

describe('lines of a log', () => {
  it.each([
    ['pairs between blanks', lines((i) => `temp=${i / 10} hum=${i % 5}`), 'note.log-pairs'],
    ['pairs between commas', lines((i) => `temp=${i / 10},hum=${i % 5}`), 'note.log-pairs'],
    ['pairs of two keys by turns', lines((i) => `${['temp', '湿度'][i % 2]} = ${i}`), 'note.log-pairs'],
    ['a time and a value', lines((i) => `12:00:${10 + i}.123 -> ${i}`), 'note.log-arrows']
  ])('are told, and none of them is a header: %s', (_, text, code) => {
    expect(notesOf(text)[0]).toBe(code)
    expect(read(text)).toMatchObject({ rows: 20, notes: [{ details: { row: 1, value: text.split(/[,\n]/)[0] } }], format: { header: false } })
  })

  it.each([
    ['formulas below a name', `formula\n${lines((i) => `y=${i}x`)}`],
    ['different keys in all rows', lines((i) => `k${i}=3`)],
    ['comparisons', lines((i) => `a==${i}`)],
    ['two rows', 'a=1\na=2\n'],
    ['numbers', `x,y\n${lines((i) => `${i},2`)}`]
  ])('are not %s', (_, text) => expect(notesOf(text).filter((code) => code.startsWith('note.log'))).toEqual([]))
})
