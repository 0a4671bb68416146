import { describe, expect, it } from 'vitest'
import { graphShareText, readGraphShare } from '#core'
import { refusalOf } from '../../support/tables'

const program = {
  text: 'A @ x',
  inputs: [
    { name: 'A', value: '[1, 2; 3, 4]' },
    { name: 'x', value: '[1; -2.5]' }
  ]
}
const changed = (change: object) => JSON.stringify({ ...(JSON.parse(graphShareText(program)) as object), ...change })

describe('a share file', () => {
  it('is read as it was written', () => {
    expect(readGraphShare(graphShareText(program))).toEqual(program)
  })

  it.each([
    [changed({ format: 'other' }), '.format'],
    [changed({ version: 2 }), '.version'],
    [changed({ inputs: { x: 'one' } }), '.inputs.x'],
    [changed({ inputs: { x: [[1, 2], [3]] } }), '.inputs.x[1]'],
    [changed({ extra: 1 }), '.extra'],
    ['{', 'JSON']
  ])('that was altered or is newer is refused at its field: %s', (json, field) => {
    expect(refusalOf(() => readGraphShare(json)).en).toContain(field)
  })

  it('names an input that is no number, and one that is there twice', () => {
    const typed = (...inputs: { name: string; value: string }[]) => refusalOf(() => graphShareText({ text: 'x', inputs })).code
    expect(typed({ name: 'x', value: 'one' })).toBe('graph.input-text')
    expect(typed({ name: 'x', value: '1' }, { name: 'x', value: '2' })).toBe('graph.input-twice')
  })
})
