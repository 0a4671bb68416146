import fc from 'fast-check'
import { expect, it } from 'vitest'
import { activationNames, initialParameters, namedTensors, parameterCount, type NetworkSpec } from '#core'
import { tensorShapes } from '../../../../src/renderer/features/naming/tensor-shapes'

const network: fc.Arbitrary<NetworkSpec> = fc.record({
  inputs: fc.integer({ min: 1, max: 9 }),
  layers: fc.array(fc.record({ units: fc.integer({ min: 1, max: 9 }), activation: fc.constantFrom(...activationNames) }), {
    minLength: 1,
    maxLength: 4
  }),
  bias: fc.boolean()
})

it('lists the very tensors that the engine makes', () => {
  fc.assert(
    fc.property(network, (spec) => {
      const made = namedTensors(initialParameters(spec, 1)).map(({ name, kind, layer, matrix }) => ({
        name,
        kind,
        layer,
        count: matrix.data.length,
        shape: kind === 'bias' ? [matrix.columns] : [matrix.rows, matrix.columns]
      }))
      expect(tensorShapes(spec)).toEqual(made.map((tensor) => expect.objectContaining(tensor)))
      expect(tensorShapes(spec).reduce((sum, { count }) => sum + count, 0)).toBe(parameterCount(spec))
    })
  )
})
