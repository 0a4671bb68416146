import { describe, expect, it } from 'vitest'
import {
  initialParameters,
  modelMetadata,
  prepare,
  readModel,
  storedTensors,
  weightFormatNames,
  weightFormats,
  type JsonObject,
  type Settings
} from '#core'
import { refusalOf, sampleTable, settingsFor } from '../../support/tables'

const penguins = sampleTable('penguins')

function fileFor(changes: Partial<Settings>) {
  const settings = settingsFor(penguins, changes)
  const { network, loss, pipeline } = prepare(penguins, settings)
  const parameters = initialParameters(network, 1)
  const metadata = modelMetadata({ network, loss, pipeline, settings, build: { app: '1', engine: 'plain' } }, 0)
  return { file: { tensors: storedTensors(parameters), metadata }, network, pipeline, parameters }
}

describe('a model in a file of weights', () => {
  it.each(weightFormatNames)('comes back from %s with pipeline, network and weights', (name) => {
    for (const changes of [
      { targets: ['species'], missing: 'indicator', encode: 'ordinal', scale: 'robust', overrides: { sex: { encode: 'one-hot' } } },
      { targets: ['body_mass_g', 'bill_length_mm'], missing: 'median' },
      { targets: ['sex'], loss: { kind: 'binary-cross-entropy' }, bias: false }
    ] satisfies Partial<Settings>[]) {
      const { file, network, pipeline, parameters } = fileFor(changes)
      const model = readModel(weightFormats[name].read(weightFormats[name].write(file)))
      expect(model.pipeline).toEqual(pipeline)
      expect(model.network).toEqual(network)
      expect(model.parameters).toEqual(parameters)
    }
  })

  it('of an earlier version has one target, drops rows and knows no other steps', () => {
    const { file, pipeline } = fileFor({ targets: ['body_mass_g'] })
    const { targets: _t, preparation: _p, ...metadata } = file.metadata
    const features = (metadata.features as JsonObject[]).map(({ name, kind, mean, scale, categories }) => ({
      name,
      kind,
      mean,
      scale,
      categories
    }))
    expect(readModel({ ...file, metadata: { ...metadata, features } }).pipeline).toEqual(pipeline)
    const species = fileFor({ targets: ['species'] })
    const { targets: _u, ...earlier } = species.file.metadata
    expect(readModel({ ...species.file, metadata: earlier }).pipeline.targets).toEqual(species.pipeline.targets)
  })

  it.each<[string, (metadata: JsonObject) => JsonObject, string]>([
    ['no features', ({ features: _f, ...rest }) => rest, 'features'],
    ['a scale of 0', (m) => ({ ...m, features: (m.features as JsonObject[]).map((f) => ({ ...f, scale: 0 })) }), 'features.0.scale'],
    [
      'an activation that is not known',
      (m) => ({ ...m, network: { inputs: 9, bias: true, layers: [{ units: 3, activation: 'gelu2' }] } }),
      'network.layers.0.activation'
    ],
    ['a feature less than inputs', (m) => ({ ...m, features: (m.features as JsonObject[]).slice(1) }), 'network.inputs'],
    [
      'classes that are not as many as outputs',
      (m) => ({ ...m, targets: [{ kind: 'classes', name: 'species', classes: ['a', 'b'] }] }),
      'network.layers'
    ]
  ])('is refused with %s, by the name of the field', (_, change, field) => {
    const { file } = fileFor({ targets: ['species'] })
    expect(refusalOf(() => readModel({ ...file, metadata: change(file.metadata) }))).toMatchObject({
      code: field === 'features' ? 'format.missing-field' : 'format.field',
      details: { field }
    })
  })

  it('is refused with weights of another shape', () => {
    const { file } = fileFor({ targets: ['species'] })
    const tensors = file.tensors.filter(({ name }) => name !== 'b1')
    expect(refusalOf(() => readModel({ ...file, tensors })).code).toBe('format.field')
  })
})
