import { describe, expect, it } from 'vitest'
import { initialParameters, type NetworkSpec } from '#core'
import { requireTensors } from '../../../src/core/verify/tensors'
import { refusalOf } from '../../support/tables'

const layers = [
  { units: 3, activation: 'tanh' },
  { units: 2, activation: 'linear' }
] as const
const network: NetworkSpec = { inputs: 4, layers }
const parameters = initialParameters(network, 1)
const [first, second] = parameters
const single = initialParameters(network, 1, 'f32')

describe('the tensors of a network', () => {
  it.each([true, false])('are those it was begun with (bias: %s)', (bias) => {
    expect(() => requireTensors({ ...network, bias }, initialParameters({ ...network, bias }, 1))).not.toThrow()
  })

  it.each([
    ['of another number of layers', network, [first], 'network.layers.length'],
    ['of other inputs', { ...network, inputs: 5 }, parameters, 'W1.shape'],
    ['of other units', { ...network, layers: [{ ...layers[0], units: 4 }, layers[1]] }, parameters, 'W1.shape'],
    ['without biases', network, initialParameters({ ...network, bias: false }, 1), 'network.bias'],
    ['in two precisions', network, [first, single[1]], 'W2.dtype'],
    ['with a bias in another precision', network, [first, { W: second.W, b: single[1].b }], 'b2.dtype']
  ] as const)('are refused %s', (_, spec, given, field) => {
    expect(refusalOf(() => requireTensors(spec, given))).toMatchObject({ code: 'format.field', details: { field } })
  })
})
