import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sealed, unsealed } from '../../../src/core/formats/seal'
import { refusalOf } from '../../support/tables'
import { anyWeights, sampleWeights } from '../../support/weights'

const file = sealed(sampleWeights)

describe('the digest of weights', () => {
  it('is the SHA-256 of lines, numbers and metadata that the source describes', () => {
    const metadata = { epoch: 2.5, name: 'é', list: [null, true], _: {} }
    const hash = createHash('sha256')
      .update('["W1","float32",[1,2]]\n')
      .update(Buffer.from('0000803f000000c0', 'hex'))
      .update('{"_":{},"epoch":0000000000000440,"list":[null,true],"name":"é"}')
    const tensors = [{ name: 'W1', shape: [1, 2], data: Float32Array.of(1, -2) }]
    expect(sealed({ tensors, metadata }).metadata).toEqual({ ...metadata, sha256: hash.digest('hex') })
  })

  it('depends neither on the order of the tensors nor on that of the keys', () => {
    const { metadata } = sampleWeights
    const turned = {
      tensors: [...sampleWeights.tensors].reverse(),
      metadata: Object.fromEntries(Object.entries(metadata).reverse())
    }
    expect(sealed(turned).metadata.sha256).toBe(file.metadata.sha256)
  })

  it('holds for what was written, and is made anew for what was changed', () => {
    fc.assert(
      fc.property(anyWeights, (weights) => {
        expect(unsealed(sealed(weights))).toEqual({ ...weights, isVerified: true })
        expect(sealed(sealed(weights))).toEqual(sealed(weights))
      })
    )
  })

  it.each([
    ['a number', { tensors: file.tensors.map((tensor) => ({ ...tensor, data: tensor.data.map((value, e) => (e === 0 ? 0.5 : value)) })) }],
    ['the sign of a zero', { tensors: file.tensors.map((tensor) => ({ ...tensor, data: tensor.data.map((value) => value + 0) })) }],
    ['the precision', { tensors: file.tensors.map((tensor) => ({ ...tensor, data: Float64Array.from(tensor.data) })) }],
    ['a shape', { tensors: file.tensors.map((tensor) => ({ ...tensor, shape: [...tensor.shape].reverse() })) }],
    ['a name', { tensors: file.tensors.map((tensor) => ({ ...tensor, name: tensor.name.toLowerCase() })) }],
    ['the number of tensors', { tensors: file.tensors.slice(1) }],
    ['the metadata', { metadata: { ...file.metadata, version: 2 } }],
    ['the digest', { metadata: { ...file.metadata, sha256: String(file.metadata.sha256).toUpperCase() } }]
  ])('is refused after a change of %s', (_, change) => {
    expect(refusalOf(() => unsealed({ ...file, ...change })).code).toBe('format.seal')
  })

  it('is not asked for in a file of an earlier version', () => {
    expect(unsealed(sampleWeights)).toEqual({ ...sampleWeights, isVerified: false })
  })
})
