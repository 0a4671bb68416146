import { describe, expect, it } from 'vitest'
import { defaultSettings, parseSettings, prepare, readCsv, sampleRow, suggestSettings, type Settings } from '#core'

const text = ['a,kind,y', '1,red,0', '2.5,blue,1', '4,red,0', '7,blue,1', 'NA,red,0', '3,blue,1'].join('\n')
const table = readCsv(new TextEncoder().encode(text))

function pipelineFor(changed: Partial<Settings> = {}) {
  const settings = parseSettings({
    ...defaultSettings,
    targets: ['y'],
    features: ['a', 'kind'],
    task: 'classification',
    test: 0,
    loss: { kind: 'binary-cross-entropy' },
    ...changed
  })
  return prepare(table, settings)
}

const rowFor = (cells: Record<string, string>, changed?: Partial<Settings>) =>
  sampleRow({ pipeline: pipelineFor(changed).pipeline, cells, format: table.format, precision: 'f64' })

describe('a sample that was typed', () => {
  it('becomes the very inputs that the same cells in a file become', () => {
    const { train } = pipelineFor()
    train.rows.forEach((row, i) => {
      const [a, kind] = text.split('\n')[row + 1].split(',')
      expect([...rowFor({ a, kind }).X.data]).toEqual([...train.X.data.subarray(i * train.X.columns, (i + 1) * train.X.columns)])
    })
  })

  it('is filled in where the settings fill in, and says so', () => {
    const { X, notes } = rowFor({ kind: 'red' }, { missing: 'mean' })
    expect(X.data[0]).toBeCloseTo(0, 12)
    expect(notes.map(({ code }) => code)).toEqual(['note.filled'])
  })

  it('says that it does not know a category', () => {
    expect(rowFor({ a: '1', kind: 'green' }).notes.map(({ code }) => code)).toEqual(['note.unseen-category'])
  })

  it('has numbers, units and dates as the file trained on has them, or plain ones', () => {
    const file = ['a;price;day;kind', ...Array.from({ length: 20 }, (_, i) => `${i},5;${10 + i} kg;${i + 1}.02.2024;${'uv'[i % 2]}`)]
    const own = readCsv(new TextEncoder().encode(`${file.join('\n')}\n`))
    const settings = suggestSettings(own)
    const { pipeline, train } = prepare(own, { ...settings, test: 0 })
    const of = (cells: Record<string, string>) => [...sampleRow({ pipeline, cells, format: own.format, precision: 'f64' }).X.data]
    const [a, price, day] = file[1 + train.rows[0]].split(';')
    const first = [...train.X.data.subarray(0, 3)]
    expect(of({ a, price, day })).toEqual(first)
    expect(of({ a: a.replace(',', '.'), price: price.replace(' kg', ''), day })).toEqual(first)
    expect(() => of({ a: '1,2,3', price, day })).toThrow(expect.objectContaining({ code: 'data.sample-number' }))
  })

  it('has durations as the file trained on has them, although a single one might be a time of day, or seconds', () => {
    const file = ['time,size,kind', ...Array.from({ length: 20 }, (_, i) => `${8 + 2 * i}:0${i % 10},${i % 6},${'uv'[i % 2]}`)]
    const own = readCsv(new TextEncoder().encode(`${file.join('\n')}\n`))
    const { pipeline, train } = prepare(own, { ...suggestSettings(own), test: 0 })
    const of = (cells: Record<string, string>) => [...sampleRow({ pipeline, cells, format: own.format, precision: 'f64' }).X.data]
    const [time, size] = file[1 + train.rows[0]].split(',')
    const [minutes, seconds] = time.split(':').map(Number)
    expect(of({ time, size })).toEqual([...train.X.data.subarray(0, 2)])
    expect(of({ time: String(60 * minutes + seconds), size })).toEqual(of({ time, size }))
    expect(() => of({ time: '1:75', size })).toThrow(expect.objectContaining({ code: 'data.sample-number' }))
  })

  it('is refused without a cell whose rows are dropped, and with a word for a number', () => {
    expect(() => rowFor({ a: ' ', kind: 'red' })).toThrow(expect.objectContaining({ code: 'data.sample-missing', details: { name: 'a' } }))
    expect(() => rowFor({ a: 'much', kind: 'red' })).toThrow(expect.objectContaining({ code: 'data.sample-number' }))
  })
})
