import { describe, expect, it } from 'vitest'
import { adaptSettings, suggestSettings, type Settings } from '#core'
import { sampleTable } from '../../support/tables'

const table = sampleTable('iris')
const before = { ...suggestSettings(table), features: ['petal_length_cm', 'petal_width_cm'] }
const changed = (from: Settings, patch: Partial<Settings>) => adaptSettings(table, from, { ...from, ...patch })

describe('adaptSettings', () => {
  it('gives new targets their task, their features and a loss that fits', () => {
    const { task, features, loss } = changed(before, { targets: ['petal_width_cm'] })
    expect(task).toBe('regression')
    expect(features).toEqual(['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'species'])
    expect(loss).toEqual({ kind: 'mean-squared-error' })
  })

  it('takes settings as they are that bring features with the targets: taken back, a change leaves nothing behind', () => {
    expect(adaptSettings(table, changed(before, { targets: ['petal_width_cm'] }), before)).toEqual(before)
  })

  it('leaves alone what still fits', () => {
    expect(changed(before, { learningRate: 0.3 })).toEqual({ ...before, learningRate: 0.3 })
    expect(changed(before, { features: [] })).toEqual({ ...before, features: [] })
  })

  it('leaves an unknown target for the preparation to name', () => {
    expect(changed(before, { targets: ['petals'] })).toEqual({ ...before, targets: ['petals'] })
  })
})
