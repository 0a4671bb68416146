import { describe, expect, it } from 'vitest'
import { createTrainer, prepare, type Settings } from '#core'
import { requireLayersOf } from '../../../src/core/verify/settings'
import { refusalOf, sampleTable, settingsFor } from '../../support/tables'

const iris = sampleTable('iris')
const settings = settingsFor(iris, { hidden: [{ units: 5, activation: 'relu' }] })
const { parameters } = createTrainer(prepare(iris, settings), settings).result

describe('the settings beside weights', () => {
  it('are those that make weights of their form', () => {
    expect(() => requireLayersOf(parameters, settings)).not.toThrow()
  })

  it.each<[string, Partial<Settings>]>([
    ['hidden', { hidden: [] }],
    ['hidden', { hidden: [{ units: 6, activation: 'relu' }] }],
    ['bias', { bias: !settings.bias }],
    ['precision', { precision: settings.precision === 'f32' ? 'f64' : 'f32' }]
  ])('are refused with another %s', (name, changes) => {
    expect(refusalOf(() => requireLayersOf(parameters, { ...settings, ...changes }))).toMatchObject({
      code: 'format.field',
      details: { field: `settings.${name}` }
    })
  })
})
