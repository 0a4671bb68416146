import { describe, expect, it } from 'vitest'
import { defaultSettings, notesOnNoEffect, type Settings } from '#core'

const settings = { ...defaultSettings, hidden: [...defaultSettings.hidden], epochs: 20 }
const codesOf = (some: Partial<Settings>) => notesOnNoEffect({ ...settings, ...some }).map(({ code }) => code)
const stop = { loss: null, metric: null, patience: null, seconds: null }

describe('notesOnNoEffect', () => {
  it.each<[string, Partial<Settings>, string]>([
    ['Nesterov without momentum', { optimizer: { kind: 'sgd', nesterov: true } }, 'note.nesterov-without-momentum'],
    ['dropout without hidden layers', { dropout: 0.2, hidden: [] }, 'note.dropout-without-hidden'],
    ['a warm-up longer than the run', { schedule: { kind: 'constant', warmUp: 21 } }, 'note.warm-up-too-long'],
    ['a step as long as the run', { schedule: { kind: 'step', every: 20, factor: 0.5 } }, 'note.step-too-long'],
    ['a step of the default length', { schedule: { kind: 'step' } }, 'note.step-too-long'],
    ['a patience as long as the run', { stop: { ...stop, patience: 20 } }, 'note.patience-too-long']
  ])('reports %s', (_what, some, code) => {
    expect(codesOf(some)).toEqual([code])
  })

  it.each<[string, Partial<Settings>]>([
    ['the defaults', {}],
    ['Nesterov with momentum', { optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true } }],
    ['dropout behind a hidden layer', { dropout: 0.2, hidden: [{ units: 2, activation: 'tanh' }] }],
    ['a warm-up as long as the run', { schedule: { kind: 'cosine', warmUp: 20 } }],
    ['steps within the run', { schedule: { kind: 'step', every: 19 } }],
    ['a patience within the run', { stop: { ...stop, patience: 19 } }]
  ])('says nothing of %s', (_what, some) => {
    expect(codesOf(some)).toEqual([])
  })
})
