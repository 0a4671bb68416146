import { describe, expect, it } from 'vitest'
import { defaultSettings, parseSettings, prepare, readCsv, sampleRow, type Settings } from '#core'

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

  it('is refused without a cell whose rows are dropped, and with a word for a number', () => {
    expect(() => rowFor({ a: ' ', kind: 'red' })).toThrow(expect.objectContaining({ code: 'data.sample-missing', details: { name: 'a' } }))
    expect(() => rowFor({ a: 'much', kind: 'red' })).toThrow(expect.objectContaining({ code: 'data.sample-number' }))
  })
})
