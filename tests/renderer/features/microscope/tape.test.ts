import { describe, expect, it } from 'vitest'
import { Walk, walkExample, walkExampleNames } from '#core'
import { tapeColumns } from '../../../../src/renderer/features/microscope/tape'

const walks = walkExampleNames.map((name) => [name, new Walk(walkExample(name))] as const)

describe('the tape', () => {
  it('has each value over its gradient, in the order of the forward pass', () => {
    const [, softmax] = walks[0]
    expect(tapeColumns(softmax.steps).map(({ value, gradient }) => `${value}/${gradient ?? ''}`)).toEqual([
      ...['X/dX', 'W1/dW1', 'b1/db1', 'Z1/dZ1', 'A1/dA1', 'W2/dW2', 'b2/db2', 'Z2/dZ2', 'P/dP', 'L/']
    ])
  })

  it.each(walks)('has gradients of the shape of their values: %s', (_id, walk) => {
    for (const { value, gradient } of tapeColumns(walk.steps)) {
      if (gradient === null) continue
      const [of, grad] = [value, gradient].map((id) => walk.tensors.get(id)?.matrix)
      expect([value, grad?.rows, grad?.columns]).toEqual([value, of?.rows, of?.columns])
    }
  })
})
