import { describe, expect, it } from 'vitest'
import { modelMetadata, type Model } from '#core'

const chosen = { missing: 'drop', encode: 'one-hot', scaling: 'standard', fill: null, indicator: false } as const

const model: Model = {
  network: {
    inputs: 4,
    layers: [
      { units: 2, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' }
    ]
  },
  loss: { kind: 'binary-cross-entropy', positiveWeight: 2 },
  pipeline: {
    features: [
      { name: '身高', kind: 'number', mean: 170, scale: 10, categories: [], ...chosen },
      { name: 'city', kind: 'text', mean: 0, scale: 1, categories: ['北京', '上海', ''], ...chosen }
    ],
    targets: [{ kind: 'classes', name: 'passed', classes: ['no', 'yes'] }],
    scaling: 'standard',
    missing: 'drop',
    encode: 'one-hot'
  },
  seeds: { split: 1, init: 2, shuffle: 3 },
  build: { app: '1.2.3', engine: 'plain' }
}

describe('modelMetadata', () => {
  it('holds all that a prediction takes, and what made the weights', () => {
    expect(modelMetadata(model)).toEqual({
      format: 'backprop-lab-weights',
      version: 1,
      layout: 'in,out',
      features: model.pipeline.features,
      inputs: ['身高', 'city=北京', 'city=上海', 'city='],
      target: { name: 'passed', kind: 'classes', mean: 0, scale: 1 },
      classes: ['no', 'yes'],
      targets: model.pipeline.targets,
      preparation: { missing: 'drop', encode: 'one-hot', scaling: 'standard' },
      network: {
        inputs: 4,
        layers: [
          { units: 2, activation: 'tanh' },
          { units: 1, activation: 'sigmoid' }
        ],
        bias: true
      },
      loss: { kind: 'binary-cross-entropy', positiveWeight: 2 },
      seeds: { split: 1, init: 2, shuffle: 3 },
      build: { app: '1.2.3', engine: 'plain' }
    })
  })

  it("keeps the target's constants for regression, and has no classes then", () => {
    const target = { kind: 'number', name: 'mass', mean: 4200, scale: 800 } as const
    const metadata = modelMetadata({ ...model, pipeline: { ...model.pipeline, targets: [target] } })
    expect(metadata).toMatchObject({ target: { name: 'mass', kind: 'number', mean: 4200, scale: 800 }, classes: [] })
  })
})
