import { describe, expect, it } from 'vitest'
import { Walk, walkExample, walkExampleNames, type Region } from '#core'
import {
  arrangementOf,
  enteredInResult,
  isInside,
  litInFactor,
  type FactorRole
} from '../../../../src/renderer/features/microscope/arrangement'

const walks = walkExampleNames.map((name) => [name, new Walk(walkExample(name))] as const)

describe('the arrangement of a step', () => {
  it('is Falk’s scheme for each product, with the bias beside it', () => {
    const [, walk] = walks[0]
    const of = (id: string) => arrangementOf(walk.steps.find((step) => step.id === id) ?? { rule: 'given', factors: [] })
    expect(of('Z1')).toMatchObject({ kind: 'product', left: { tensor: 'X' }, right: { tensor: 'W1' }, added: { tensor: 'b1' } })
    expect(of('dW2.data')).toMatchObject({ kind: 'product', left: { tensor: 'A1', transposed: true }, right: { tensor: 'dZ2' } })
    expect(of('dA1')).toMatchObject({ kind: 'product', left: { tensor: 'dZ2' }, right: { tensor: 'W2', transposed: true } })
    expect(of('dZ1')).toMatchObject({ kind: 'aligned', sign: '⊙', equals: '=' })
    expect(of('db1')).toMatchObject({ kind: 'below' })
    expect(of('Y')).toEqual({ kind: 'given' })
  })

  it.each(walks)('lights no less than the factors of the terms of a cell: %s', (_id, walk) => {
    let seen = 0
    for (const step of walk.steps) {
      const arrangement = arrangementOf(step)
      if (arrangement.kind !== 'product') continue
      const [row, column] = [step.shape[0] - 1, step.shape[1] - 1]
      const { terms } = walk.cell({ step: step.id, row, column })
      const shapeOf = ({ tensor, transposed }: (typeof step.factors)[number]): readonly [number, number] => {
        const { rows, columns } = walk.tensors.get(tensor)?.matrix ?? { rows: 0, columns: 0 }
        return transposed ? [columns, rows] : [rows, columns]
      }
      const lit = (role: FactorRole, factor: (typeof step.factors)[number]): Region =>
        litInFactor(role, shapeOf(factor), step.shape, { row, column })
      for (const { factors } of terms.slice(0, shapeOf(arrangement.left)[1])) {
        seen++
        for (const [role, factor, at] of [
          ['left', arrangement.left, factors[0].at],
          ['right', arrangement.right, factors[1].at]
        ] as const) {
          const [r, c] = factor.transposed ? [at?.column ?? -1, at?.row ?? -1] : [at?.row ?? -1, at?.column ?? -1]
          expect(isInside(lit(role, factor), r, c)).toBe(true)
          const entered = enteredInResult(role, shapeOf(factor), step.shape, { row: r, column: c })
          expect(isInside(entered, row, column)).toBe(true)
        }
      }
    }
    expect(seen).toBeGreaterThan(0)
  })

  it('lights a whole row of what is summed up, and the one cell of what is elementwise', () => {
    expect(litInFactor('beside', [4, 3], [4, 1], { row: 2, column: 0 })).toEqual({ rows: [2, 3], columns: [0, 3] })
    expect(litInFactor('beside', [4, 3], [4, 3], { row: 2, column: 1 })).toEqual({ rows: [2, 3], columns: [1, 2] })
    expect(enteredInResult('beside', [4, 1], [4, 3], { row: 2, column: 0 })).toEqual({ rows: [2, 3], columns: [0, 3] })
    expect(enteredInResult('beside', [4, 3], [1, 1], { row: 2, column: 1 })).toEqual({ rows: [0, 1], columns: [0, 1] })
  })
})
