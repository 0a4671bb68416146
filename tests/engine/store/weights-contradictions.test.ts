import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weightFormats, type JsonObject } from '#core'
import { ExperimentService } from '../../../src/engine/experiment-service'
import { dataFolder } from '../../support/cli'
import { stateOf } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const grant = '00000000-0000-4000-8000-000000000000'
const { read, write } = weightFormats.json

/** Weights of iris as they are saved: 4 inputs, 8 tanh units, 3 classes. */
interface Stored {
  tensors: { name: string; shape: number[]; data: Float32Array | Float64Array }[]
  metadata: JsonObject
}

describe('weights whose parts contradict one another', () => {
  const engine = { choice: 'plain', threads: 1, arithmetic: 'strict' } as const
  const service = new ExperimentService({ version: '0', dataFolder, sessionFolder: folder(), engine }, () => undefined)
  let original: Uint8Array

  beforeAll(async () => {
    const { settings } = await stateOf(service)
    await service.handlers.changeSettings({ settings: { ...settings, hidden: [{ units: 8, activation: 'tanh' }] } })
    const path = join(folder(), 'weights.json')
    service.allow(grant, path, 'write')
    await service.handlers.exportWeights({ grant, format: 'json' })
    original = readFileSync(path)
  })
  afterAll(() => service.shutdown())

  const open = (file: string) => {
    service.allow(grant, file, 'read')
    return stateOf(service, service.handlers.openWeights({ grant }))
  }
  /** Writes the weights with changes, sealed as any program may seal them. */
  const changed = (change: (stored: Stored) => void) => {
    const { tensors, metadata } = structuredClone(read(original))
    const stored = { tensors, metadata } as unknown as Stored
    change(stored)
    const file = join(folder(), 'changed.json')
    writeFileSync(file, write(stored as unknown as Parameters<typeof write>[0]))
    return file
  }
  const part = (stored: Stored, ...keys: (string | number)[]) =>
    keys.reduce((object, key) => (object as Record<string, unknown>)[key], stored.metadata as unknown) as Record<string, unknown>

  const contradictions: readonly (readonly [what: string, field: string, change: (stored: Stored) => void])[] = [
    [
      'units of the settings against the network',
      'settings.hidden',
      (s) => (part(s, 'training', 'settings').hidden = [{ units: 16, activation: 'tanh' }])
    ],
    [
      'more layers in the settings than in the network',
      'settings.hidden',
      (s) => (part(s, 'training', 'settings').hidden = Array.from({ length: 12 }, () => ({ units: 8, activation: 'tanh' })))
    ],
    [
      'the activation of the settings against that of the network',
      'settings.hidden',
      (s) => (part(s, 'training', 'settings').hidden = [{ units: 8, activation: 'relu' }])
    ],
    ['a bias in the settings alone', 'network.bias', (s) => (part(s, 'network').bias = false)],
    [
      'the loss of the settings against that of the model',
      'settings.loss.kind',
      (s) => (part(s, 'training', 'settings').loss = { kind: 'mean-squared-error' })
    ],
    ['a loss for numbers against classes', 'loss.kind', (s) => (part(s, 'loss').kind = 'mean-squared-error')],
    ['a class less than outputs', 'network.layers', (s) => (part(s, 'targets', 0).classes = ['setosa', 'versicolor'])],
    ['two classes of one name', 'targets.0.classes.1', (s) => (part(s, 'targets', 0).classes = ['setosa', 'setosa', 'virginica'])],
    ['a feature less than inputs', 'network.inputs', (s) => (s.metadata.features as unknown[]).splice(3, 1)],
    ['two features of one name', 'features.1.name', (s) => (part(s, 'features', 1).name = part(s, 'features', 0).name)],
    ['the target among the features', 'targets.0.name', (s) => (part(s, 'targets', 0).name = part(s, 'features', 2).name)],
    [
      'the features of the settings against those of the model',
      'settings.features',
      (s) => (part(s, 'training', 'settings').features = ['petal_length'])
    ],
    ['tensors of other shapes than the layers', 'W1.shape', (s) => (part(s, 'network', 'layers', 0).units = 7)],
    [
      'more layers than tensors',
      'network.layers.length',
      (s) => (s.metadata.network as { layers: unknown[] }).layers.splice(0, 0, { units: 8, activation: 'tanh' })
    ],
    [
      'an activation that the loss does not take',
      'network.layers.1.activation',
      (s) => (part(s, 'network', 'layers', 1).activation = 'relu')
    ],
    ['a number that the precision cannot hold', 'features.0.mean', (s) => (part(s, 'features', 0).mean = 1e308)],
    ['another precision in the settings', 'settings.precision', (s) => (part(s, 'training', 'settings').precision = 'f32')]
  ]

  it.each(contradictions)('are refused, and the open experiment stays: %s', async (_, field, change) => {
    const before = await stateOf(service)
    const problem = await open(changed(change)).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: expect.stringMatching(/^format\.(field|same-name)$/), details: { field } })
    expect((problem as Error).message).toContain(field)
    const { settings, run } = await stateOf(service)
    expect({ settings, run }).toEqual({ settings: before.settings, run: before.run })
  })

  it('are read where nothing is changed, and told to be unverified where they have no digest', async () => {
    const notesOf = async (file: string) => (await open(file)).prepared?.notes.map(({ code }) => code)
    expect(await notesOf(changed(() => undefined))).not.toContain('note.unverified')
    const earlier = JSON.parse(Buffer.from(original).toString()) as Record<string, unknown>
    delete earlier.sha256
    const file = join(folder(), 'earlier.json')
    writeFileSync(file, JSON.stringify(earlier))
    expect(await notesOf(file)).toContain('note.unverified')
  })
})
