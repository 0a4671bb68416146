import fc from 'fast-check'
import type { StoredTensor, WeightsFile } from '#core'

/** Small weights with everything that could go wrong in writing: a bias, both precisions, −0, tiny and huge numbers, text of any script. */
export const sampleWeights: WeightsFile = {
  tensors: [
    { name: 'W1', shape: [2, 3], data: Float64Array.of(0.1, -0, 5e-324, 1.7976931348623157e308, -1 / 3, 123456789.123) },
    { name: 'b1', shape: [3], data: Float64Array.of(1, 2, 3) },
    { name: 'W2', shape: [3, 1], data: Float32Array.of(0.1, -0, 3.4028234663852886e38) }
  ],
  metadata: { format: 'backprop-lab-weights', version: 1, layout: 'in,out', classes: ['山鸢尾', 'a "quoted" one', '\u2028'] }
}

const shapes = fc.oneof(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), fc.tuple(fc.integer({ min: 0, max: 7 })))

function tensor(name: string): fc.Arbitrary<StoredTensor> {
  return fc.tuple(shapes, fc.boolean()).chain(([shape, single]) => {
    const length = shape.reduce((size: number, extent) => size * extent, 1)
    const options = { noNaN: true, noDefaultInfinity: true } as const
    const size = { minLength: length, maxLength: length }
    const data = single
      ? fc.array(fc.float(options), size).map((values) => Float32Array.from(values))
      : fc.array(fc.double(options), size).map((values) => Float64Array.from(values))
    return data.map((numbers) => ({ name, shape: [...shape], data: numbers }))
  })
}

/** Any file of weights: up to six tensors of any shape and precision, and a description with any text in it. */
export const anyWeights: fc.Arbitrary<WeightsFile> = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, t) => tensor(`T${t}`)))),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 })
  )
  .map(([tensors, classes]) => ({ tensors, metadata: { ...sampleWeights.metadata, classes } }))
