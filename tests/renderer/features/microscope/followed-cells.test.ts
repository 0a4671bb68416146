import { describe, expect, it } from 'vitest'
import { Walk, walkExample } from '#core'
import { followedCells } from '../../../../src/renderer/features/microscope/followed-cells'

const softmax = new Walk(walkExample('note-000'))

describe('the cells on the paths of a weight', () => {
  it('are those of the walk: what it enters, and what its gradient is made of', () => {
    const place = { layer: 1, row: 1, column: 2 }
    const marked = (id: string) => {
      const { rows, columns } = softmax.tensors.get(id)?.matrix ?? { rows: 0, columns: 0 }
      return followedCells(id, [rows, columns], place)
    }
    expect([{ step: 'Z1', regions: [marked('Z1')] }]).toEqual(
      softmax.entersInto({ tensor: 'W1', row: 1, column: 2 }).filter(({ step }) => step === 'Z1')
    )
    const { terms } = softmax.cell({ step: 'dW1.data', row: 1, column: 2 })
    expect(terms.map(({ factors }) => factors.map(({ at }) => at?.column))).toEqual([
      [marked('X')?.columns[0], marked('dZ1')?.columns[0]],
      [marked('X')?.columns[0], marked('dZ1')?.columns[0]]
    ])
    expect(marked('dW1')).toEqual({ rows: [1, 2], columns: [2, 3] })
    expect(marked('W1.new')).toEqual({ rows: [1, 2], columns: [2, 3] })
    expect(marked('W2')).toEqual({ rows: [2, 3], columns: [0, 2] })
    expect(marked('Z2')).toBeNull()
    expect(marked('b1')).toBeNull()
    expect(marked('P')).toBeNull()
  })

  it('of a bias are its own and its unit’s', () => {
    const place = { layer: 2, row: null, column: 1 }
    expect(followedCells('b2', [1, 2], place)).toEqual({ rows: [0, 1], columns: [1, 2] })
    expect(followedCells('W2', [3, 2], place)).toBeNull()
    expect(followedCells('dZ2', [4, 2], place)).toEqual({ rows: [0, 4], columns: [1, 2] })
    expect(followedCells('A1', [4, 3], place)).toBeNull()
  })
})
