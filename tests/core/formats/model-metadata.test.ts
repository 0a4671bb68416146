import { describe, expect, it } from 'vitest'
import { initialParameters, modelMetadata, parseSettings, readTraining, settingsObject, type DescribedRun, type Settings } from '#core'
import { refusalOf } from '../../support/tables'

const chosen = { missing: 'drop', encode: 'one-hot', scaling: 'standard', fill: null, indicator: false } as const

const settings = parseSettings({
  targets: ['passed'],
  features: ['身高', 'city'],
  task: 'classification',
  scale: 'standard',
  test: 0.25,
  hidden: [{ units: 2, activation: 'tanh' }],
  bias: true,
  loss: { kind: 'binary-cross-entropy' },
  l2: 0,
  learningRate: 0.1,
  batchSize: 8,
  epochs: 9,
  seeds: { split: 1, init: 2, shuffle: 3 },
  precision: 'f64'
})

const model: DescribedRun = {
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
  settings,
  build: { app: '1.2.3', engine: 'plain' }
}

describe('modelMetadata', () => {
  it('holds all that a prediction takes, and what made the weights', () => {
    expect(modelMetadata(model, 7)).toEqual({
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
      build: { app: '1.2.3', engine: 'plain' },
      training: { epoch: 7, settings: settingsObject(settings) }
    })
  })

  it('says what the name of an activation leaves open', () => {
    const layers = (['gelu', 'leaky-relu', 'elu', 'softplus', 'relu'] as const).map((activation) => ({ units: 2, activation }))
    expect(modelMetadata({ ...model, network: { inputs: 4, layers } }, 7).network).toMatchObject({
      layers: [
        { units: 2, activation: 'gelu', approximate: 'tanh' },
        { units: 2, activation: 'leaky-relu', negativeSlope: 0.01 },
        { units: 2, activation: 'elu', alpha: 1 },
        { units: 2, activation: 'softplus', beta: 1 },
        { units: 2, activation: 'relu' }
      ]
    })
  })

  it("keeps the target's constants for regression, and has no classes then", () => {
    const target = { kind: 'number', name: 'mass', mean: 4200, scale: 800 } as const
    const metadata = modelMetadata({ ...model, pipeline: { ...model.pipeline, targets: [target] } }, 7)
    expect(metadata).toMatchObject({ target: { name: 'mass', kind: 'number', mean: 4200, scale: 800 }, classes: [] })
  })
})

describe('readTraining', () => {
  const trained = { ...model, parameters: initialParameters(model.network, 1) }

  it('gives back the epoch, the settings and the build', () => {
    expect(readTraining(modelMetadata(model, 7), trained)).toEqual({ epoch: 7, settings, build: 'plain', continuation: null })
  })

  it('knows none of files from before they were stored, and refuses an epoch that is none', () => {
    expect(readTraining({}, trained)).toEqual({ epoch: 0, settings: null, build: null, continuation: null })
    expect(() => readTraining({ training: { epoch: -1 } }, trained)).toThrow(expect.objectContaining({ code: 'format.field' }) as Error)
  })

  it.each<[string, Partial<Settings>, string]>([
    ['units', { hidden: [{ units: 16, activation: 'tanh' }] }, 'settings.hidden'],
    ['activations', { hidden: [{ units: 2, activation: 'relu' }] }, 'settings.hidden'],
    ['layers', { hidden: Array.from({ length: 12 }, () => ({ units: 2, activation: 'tanh' as const })) }, 'settings.hidden'],
    ['biases', { bias: false }, 'settings.bias'],
    ['precision', { precision: 'f32' }, 'settings.precision'],
    ['a loss', { loss: { kind: 'softmax-cross-entropy' } }, 'settings.loss.kind'],
    ['a task', { task: 'regression' }, 'settings.task'],
    ['targets', { targets: ['city'] }, 'settings.targets'],
    ['features', { features: ['city', '身高'] }, 'settings.features']
  ])('refuses settings with other %s than the model', (_, changes, field) => {
    const metadata = modelMetadata({ ...model, settings: { ...settings, ...changes } }, 7)
    expect(refusalOf(() => readTraining(metadata, trained))).toMatchObject({ code: 'format.field', details: { field } })
  })
})
