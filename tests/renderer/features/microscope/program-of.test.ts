import { describe, expect, it } from 'vitest'
import { graphOf, toRows, Walk, walkExample } from '#core'
import { programOf } from '../../../../src/renderer/features/microscope/program-of'
import { walkTensors } from '../../../../src/renderer/features/microscope/walk-tensors'

function shown(walk: Walk) {
  const views = [...walk.tensors.values()].map(({ id, name, tex, matrix }) => {
    const { rows, columns } = matrix
    return { id, name, tex, rows, columns, isGiven: false, values: Float64Array.from(toRows(matrix).flat()), low: 0, high: 1, notFinite: 0 }
  })
  const tensor = walkTensors({ views, mostNumbers: 1, ask: () => Promise.resolve(null) })
  const { network, objective, batch } = walk.problem
  return { network, objective, batch: { size: batch.X.rows, places: null, lines: null, number: null, of: null }, tensors: views, tensor }
}

describe('the forward pass for the page of graphs', () => {
  it.each(['note-000', 'note-001', 'note-002', 'note-003', 'note-004'] as const)('has the loss of %s, with all numbers', (name) => {
    const walk = new Walk(walkExample(name))
    const program = programOf(shown(walk))
    const { text, inputs } = program ?? { text: '', inputs: {} }
    expect(graphOf(text, inputs).value).toBeCloseTo(walk.tensors.get('L')?.matrix.data[0] ?? NaN, 12)
  })

  it('is not there where it could not be drawn', () => {
    const walk = shown(new Walk(walkExample('note-000')))
    const tensors = walk.tensors.map((view) => (view.id === 'X' ? { ...view, values: null } : view))
    expect(programOf({ ...walk, tensors })).toBeNull()
  })
})
