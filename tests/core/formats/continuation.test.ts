import { describe, expect, it } from 'vitest'
import {
  createTrainer,
  optimizerKinds,
  prepare,
  readCsv,
  readModel,
  readTraining,
  suggestSettings,
  weightFormatNames,
  weightFormats,
  weightsFileOf,
  type JsonObject,
  type Settings,
  type Trainer
} from '#core'
import { readContinuation } from '../../../src/core/formats/continuation'
import { digestOfParameters } from '../../support/digest'

const rows = Array.from({ length: 24 }, (_, i) => `${i % 7},${(i * 5) % 11},${i % 2 === 0 ? 'a' : 'b'}`)
const table = readCsv(new TextEncoder().encode(`x,y,class\n${rows.join('\n')}\n`))

function experiment(given: Partial<Settings>) {
  const settings: Settings = { ...suggestSettings(table), batchSize: 4, hidden: [{ units: 3, activation: 'tanh' }], ...given }
  return { settings, prepared: prepare(table, settings) }
}

/** The weights of a run in a file, and the run that goes on from it. */
function goneOn(
  { settings, prepared }: ReturnType<typeof experiment>,
  trainer: Trainer,
  format: keyof typeof weightFormats = 'safetensors'
) {
  const run = { ...prepared, settings, build: { app: '0', engine: 'plain' } }
  const changes = [{ epoch: 1, step: 4, key: 'learningRate', from: 0.1, to: 0.2 } as const]
  const { read, write } = weightFormats[format]
  const file = read(write(weightsFileOf(run, trainer.result, { state: trainer.state(), changes })))
  const model = readModel(file)
  const { parameters } = model
  const training = readTraining(file.metadata, model)
  if (!training.continuation) throw new Error('no state')
  expect(training.continuation.changes).toEqual(changes)
  const next = createTrainer(prepared, settings)
  next.restore(training.continuation.state)
  return { next, parameters }
}

describe('a run that goes on from its weights file', () => {
  const memories = [
    ...optimizerKinds.map((kind) => ({ kind })),
    { kind: 'sgd', momentum: 0.9 },
    { kind: 'sgd', momentum: 0.9, nesterov: true }
  ] as const

  it.each(memories)('is the run that never stopped, to the last bit, in float32 and float64: %o', (optimizer) => {
    for (const precision of ['f32', 'f64'] as const) {
      const hidden = [{ units: 3, activation: 'tanh' as const }]
      const one = experiment({ optimizer, precision, hidden, dropout: 0.2, schedule: { kind: 'cosine', floor: 0.1 }, epochs: 6 })
      const [whole, half] = [createTrainer(one.prepared, one.settings), createTrainer(one.prepared, one.settings)]
      for (let epoch = 0; epoch < 6; epoch++) whole.trainEpoch()
      for (let epoch = 0; epoch < 3; epoch++) half.trainEpoch()
      const { next } = goneOn(one, half)
      for (let epoch = 3; epoch < 6; epoch++) next.trainEpoch()
      expect(digestOfParameters(next.parameters)).toBe(digestOfParameters(whole.parameters))
      expect(next.history.slice()).toEqual(whole.history.slice())
    }
  })

  it.each(weightFormatNames)('in the middle of an epoch, beside the best weights, whatever the format (%s)', (format) => {
    const one = experiment({ optimizer: { kind: 'adam' }, keepBest: true, learningRate: 0.5, epochs: 8 })
    const [whole, part] = [createTrainer(one.prepared, one.settings), createTrainer(one.prepared, one.settings)]
    for (let epoch = 0; epoch < 8; epoch++) whole.trainEpoch()
    for (let epoch = 0; epoch < 5; epoch++) part.trainEpoch()
    part.trainStep()
    const { next, parameters } = goneOn(one, part, format)
    expect(digestOfParameters(parameters)).toBe(digestOfParameters(part.result.parameters))
    expect(next.best).toEqual(part.best)
    while (next.epoch < 8) next.trainStep()
    expect(digestOfParameters(next.parameters)).toBe(digestOfParameters(whole.parameters))
    expect(digestOfParameters(next.result.parameters)).toBe(digestOfParameters(whole.result.parameters))
  })
})

describe('a damaged or foreign state', () => {
  const one = experiment({ optimizer: { kind: 'adam' } })
  const trainer = createTrainer(one.prepared, one.settings)
  trainer.trainEpoch()
  const run = { ...one.prepared, settings: one.settings, build: { app: '0', engine: 'plain' } }
  const { tensors, metadata } = weightsFileOf(run, trainer.result, { state: trainer.state() })
  const model = readModel({ tensors, metadata })
  const training = metadata.training as { state: string; settings: JsonObject }
  const reading = (changed: JsonObject) => () => readTraining({ ...metadata, training: { ...training, ...changed } }, model)

  it('is refused by the name of its field', () => {
    const refusal = expect.objectContaining({ kind: 'format' }) as Error
    for (const state of [7, 'no base64!', training.state.slice(0, 400), `AAAA${training.state.slice(4)}`])
      expect(reading({ state }), String(state).slice(0, 20)).toThrow(refusal)
  })

  it('is refused where it is that of other weights or of another optimizer', () => {
    const other = createTrainer(one.prepared, { ...one.settings, precision: 'f32' }).parameters
    expect(() => readContinuation(training.state, other, one.settings)).toThrow('optimizer.0.W1 is [6,8]; expected [6, 4]')
    expect(reading({ settings: { ...training.settings, optimizer: { kind: 'sgd' } } })).toThrow('optimizer.W1 is 2; expected 1 (sgd)')
  })
})

it('is left out of the description of weights that are too large for it', () => {
  const one = experiment({ optimizer: { kind: 'adam' } })
  const trainer = createTrainer(one.prepared, one.settings)
  const state = trainer.state()
  const large = new Float64Array(7_000_000)
  const optimizer = { updates: 1, slots: state.optimizer.slots.map((slots, t) => (t === 0 ? [large, slots[1]] : slots)) }
  const run = { ...one.prepared, settings: one.settings, build: { app: '0', engine: 'plain' } }
  const { metadata } = weightsFileOf(run, trainer.result, { state: { ...state, optimizer } })
  expect(metadata.training).not.toHaveProperty('state')
})
