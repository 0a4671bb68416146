import { describe, expect, it } from 'vitest'
import { prepare, type Pipeline, type TargetConstants } from '#core'
import { requireDistinctNames } from '../../../src/core/verify/names'
import { refusalOf, sampleTable, settingsFor } from '../../support/tables'

const penguins = sampleTable('penguins')
const { pipeline } = prepare(penguins, settingsFor(penguins, { targets: ['species'] }))
const { features, targets } = pipeline

const renamed = (index: number, name: string): Pipeline => ({
  ...pipeline,
  features: features.map((feature, f) => (f === index ? { ...feature, name } : feature))
})

describe('the names in a model', () => {
  it('are those of a table, each once', () => {
    expect(() => requireDistinctNames(pipeline)).not.toThrow()
  })

  const text = features.findIndex(({ kind }) => kind === 'text')
  const categories = features[text].categories.map(() => 'same')
  it.each<[string, Pipeline, string, string]>([
    ['two features', renamed(1, features[0].name), 'features.1.name', 'features.0.name'],
    ['a feature and the target', renamed(0, targets[0].name), 'targets.0.name', 'features.0.name'],
    [
      'two classes',
      { ...pipeline, targets: [{ ...targets[0], classes: ['Adelie', 'Gentoo', 'Adelie'] } as TargetConstants] },
      'targets.0.classes.2',
      'targets.0.classes.0'
    ],
    [
      'two categories',
      { ...pipeline, features: features.map((feature, f) => (f === text ? { ...feature, categories } : feature)) },
      `features.${text}.categories.1`,
      `features.${text}.categories.0`
    ]
  ])('are refused where %s have the same', (_, changed, field, other) => {
    expect(refusalOf(() => requireDistinctNames(changed))).toMatchObject({ code: 'format.same-name', details: { field, other } })
  })
})
