import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeToy, toyCsv, toyNames, toys } from '#core'
import { editToy, restoreToy, loadToy, loadToyReference } from '../../../src/node/files/load-toy'
import { problemOf } from '../../support/problem-of'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a toy data set', () => {
  it.each(toyNames)('%s is the table in the CSV it makes, with nothing hidden', (name) => {
    const data = loadToy(name)
    expect(text(data.bytes)).toBe(toyCsv(toys[name].task, makeToy(name)))
    expect(data.sha256).toBe(createHash('sha256').update(data.bytes).digest('hex'))
    expect(data.table.rows).toBe(toys[name].knobs.size.default)
    expect(data).toMatchObject({ origin: 'toy', name: expect.stringMatching(`^toy:${name}\\?size=`), toy: { name, edited: false } })
  })

  it('is the same from its reference as from its knobs', () => {
    expect(loadToyReference('toy:spirals?arms=4&noise=0.1')).toEqual(loadToy('spirals', { noise: 0.1, arms: 4 }))
  })

  it('has its own name back as its reference', () => {
    const data = loadToy('checkerboard', { cells: 3, noise: 0.05 })
    expect(loadToyReference(data.name)).toEqual(data)
  })

  it('is edited into another CSV that differs in the edited line alone', () => {
    const before = loadToy('moons')
    const after = editToy(before, [{ kind: 'move', row: 4, x: 0.25, y: -0.5 }])
    const lines = [before, after].map(({ bytes }) => text(bytes).split('\n'))
    expect(lines[1][5]).toBe('0.2500,-0.5000,A')
    expect(lines[1].toSpliced(5, 1)).toEqual(lines[0].toSpliced(5, 1))
    expect(after.sha256).not.toBe(before.sha256)
    expect(after.toy).toEqual({ ...before.toy, edited: true })
    expect(after.name).toBe(`${before.name}#edited`)
  })

  it('takes edits of an edited set', () => {
    const edited = editToy(editToy(loadToy('sine', { size: 10 }), [{ kind: 'add', x: 0, y: 0, label: null }]), [
      { kind: 'erase', rows: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }
    ])
    expect(text(edited.bytes)).toBe('x,y\n0.0000,0.0000\n')
    expect(problemOf(() => editToy(edited, [{ kind: 'erase', rows: [0] }]))).toMatch(/^data.no-points/)
  })

  it('is read back from the bytes that were kept of it, whatever its knobs make', () => {
    const edited = editToy(loadToy('xor'), [{ kind: 'relabel', row: 0, label: 'C' }])
    expect(restoreToy(edited.toy, edited.bytes)).toEqual(edited)
  })
})
