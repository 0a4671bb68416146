import { describe, expect, it } from 'vitest'
import { createTrainer, prepare, readCsv, suggestSettings, type TrainerState } from '#core'
import { requireState } from '../../../src/core/train/require-state'
import { refusalOf } from '../../support/tables'

const rows = Array.from({ length: 24 }, (_, i) => `${i % 7},${(i * 5) % 11},${i % 2 === 0 ? 'a' : 'b'}`)
const table = readCsv(new TextEncoder().encode(`x,y,class\n${rows.join('\n')}\n`))
const settings = { ...suggestSettings(table), optimizer: { kind: 'adam' }, keepBest: true, validation: 0.2 } as const
const trainer = createTrainer(prepare(table, settings), settings)
trainer.trainEpoch()
trainer.trainEpoch()
const state = trainer.state()
const wanted = { parameters: state.parameters, optimizer: settings.optimizer }

describe('a state to go on from', () => {
  it('is one that the trainer gave', () => {
    expect(() => requireState(state, wanted)).not.toThrow()
  })

  it.each<[string, Partial<TrainerState>, string]>([
    ['a layer less', { parameters: state.parameters.slice(1) }, 'tensors'],
    ['best weights of another form', { best: { epoch: 1, parameters: state.parameters.slice(1) } }, 'best.tensors'],
    ['best weights of an epoch to come', { best: { epoch: 9, parameters: state.parameters } }, 'bestEpoch'],
    ['no memory', { optimizer: { updates: 0, slots: [] } }, 'optimizer.W1'],
    [
      'a memory of other weights',
      { optimizer: { updates: 0, slots: state.optimizer.slots.map((slots) => slots.map((slot) => slot.slice(1))) } },
      'optimizer.0.W1'
    ],
    ['more epochs than were done', { epoch: 1 }, 'history.trainLoss.length'],
    ['a figure of other epochs', { history: { ...state.history, testLoss: Float64Array.of(1) } }, 'history.testLoss.length'],
    ['fewer steps than epochs', { step: 1 }, 'step']
  ])('may not have %s', (_, changes, field) => {
    expect(refusalOf(() => requireState({ ...state, ...changes }, wanted))).toMatchObject({ code: 'format.field', details: { field } })
  })

  it('of another optimizer is refused', () => {
    expect(refusalOf(() => requireState(state, { ...wanted, optimizer: { kind: 'rmsprop' } })).details.field).toBe('optimizer.W1')
  })

  it('of another network is refused by the trainer, which stays where it is', () => {
    const other = createTrainer(prepare(table, { ...settings, hidden: [{ units: 2, activation: 'tanh' }] }), settings)
    const before = other.state()
    expect(refusalOf(() => other.restore(state)).code).toBe('format.field')
    expect(other.state()).toEqual(before)
  })
})
