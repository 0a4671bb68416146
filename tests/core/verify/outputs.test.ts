import { describe, expect, it } from 'vitest'
import { requireOutputs } from '../../../src/core/verify/outputs'
import { refusalOf } from '../../support/tables'

type Outputs = Parameters<typeof requireOutputs>[0]

const classes = { kind: 'classes', name: 'species', classes: ['a', 'b', 'c'] } as const
const yesNo = { kind: 'classes', name: 'sex', classes: ['f', 'm'] } as const
const label = (name: string) => ({ kind: 'label', name, classes: ['no', 'yes'] }) as const
const number = (name: string) => ({ kind: 'number', name, mean: 0, scale: 1 }) as const

function outputs(
  kind: Outputs['loss']['kind'],
  targets: Outputs['pipeline']['targets'],
  units: number,
  activation: Outputs['network']['layers'][number]['activation'] = 'linear'
): Outputs {
  return { loss: { kind }, pipeline: { targets }, network: { inputs: 2, layers: [{ units, activation }] } }
}

describe('the outputs of a model', () => {
  it.each([
    ['a score a class', outputs('softmax-cross-entropy', [classes], 3)],
    ['one probability', outputs('binary-cross-entropy', [yesNo], 1, 'sigmoid')],
    ['a probability a label', outputs('binary-cross-entropy', [label('x'), label('y')], 2, 'sigmoid')],
    ['numbers', outputs('mean-squared-error', [number('x'), number('y')], 2)],
    ['numbers between −1 and 1', outputs('huber', [number('x')], 1, 'tanh')],
    ['weighed classes', { ...outputs('softmax-cross-entropy', [yesNo], 2), loss: { kind: 'softmax-cross-entropy', classWeights: [1, 3] } }]
  ] satisfies [string, Outputs][])('can be %s', (_, model) => {
    expect(() => requireOutputs(model)).not.toThrow()
  })

  it.each<[string, Outputs, string]>([
    ['a loss of numbers on classes', outputs('mean-squared-error', [classes], 3), 'loss.kind'],
    ['a loss of classes on numbers', outputs('softmax-cross-entropy', [number('x')], 1), 'loss.kind'],
    ['a loss of two classes on three', outputs('binary-cross-entropy', [classes], 1, 'sigmoid'), 'loss.kind'],
    ['fewer outputs than classes', outputs('softmax-cross-entropy', [classes], 2), 'network.layers'],
    ['scores that are no longer any', outputs('softmax-cross-entropy', [classes], 3, 'relu'), 'network.layers.0.activation'],
    ['a probability that is none', outputs('binary-cross-entropy', [yesNo], 1, 'linear'), 'network.layers.0.activation'],
    ['targets of two kinds', outputs('mean-squared-error', [number('x'), label('y')], 2), 'targets.1.kind'],
    ['classes twice', outputs('softmax-cross-entropy', [classes, { ...yesNo, name: 'x' }], 3), 'targets.length'],
    [
      'fewer class weights than classes',
      { ...outputs('softmax-cross-entropy', [classes], 3), loss: { kind: 'softmax-cross-entropy', classWeights: [1, 2] } },
      'loss.classWeights.length'
    ],
    [
      'a class weight below 0',
      { ...outputs('softmax-cross-entropy', [classes], 3), loss: { kind: 'softmax-cross-entropy', classWeights: [1, -2, 1] } },
      'loss.classWeights.1'
    ]
  ])('cannot be %s', (_, model, field) => {
    expect(refusalOf(() => requireOutputs(model))).toMatchObject({ code: 'format.field', details: { field } })
  })
})
