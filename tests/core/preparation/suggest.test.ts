import { describe, expect, it } from 'vitest'
import { columnNamed, defaultSettings, featureNotes, parseSettings, suggestSettings, taskFor, usableLosses } from '#core'
import { refusalOf, sampleNames, sampleTable, tableOf, tableOfColumns } from '../../support/tables'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('taskFor', () => {
  const taskOf = (cells: readonly (string | number)[]) => taskFor(tableOfColumns({ y: cells }).columns[0])

  it('takes text for classes', () => expect(taskOf(['a', 'b'])).toBe('classification'))

  it('takes up to twenty different whole numbers for classes, missing ones apart', () => {
    expect(taskOf([...range(20), ...range(20), 'NA'])).toBe('classification')
    expect(taskOf(range(21))).toBe('regression')
  })

  it('takes a fraction for a number to predict', () => expect(taskOf([0, 1, 0.5])).toBe('regression'))

  it('takes 1.0 for a whole number', () => expect(taskOf(['1.0', '2.0'])).toBe('classification'))
})

describe('usableLosses', () => {
  it.each([
    ['regression', 0, ['mean-squared-error', 'mean-absolute-error', 'huber']],
    ['classification', 2, ['softmax-cross-entropy', 'binary-cross-entropy', 'multiclass-hinge']],
    ['classification', 3, ['softmax-cross-entropy', 'multiclass-hinge']]
  ] as const)('are, for %s with %i classes, %j', (task, classes, losses) => {
    expect(usableLosses(task, classes)).toEqual(losses)
  })
})

describe('suggestSettings', () => {
  it('takes the last column for the target and the others for features', () => {
    expect(suggestSettings(sampleTable('iris'))).toEqual({
      ...defaultSettings,
      targets: ['species'],
      features: ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm'],
      task: 'classification',
      loss: { kind: 'softmax-cross-entropy' }
    })
  })

  it('keeps to the target and the task that are given', () => {
    const table = sampleTable('penguins')
    expect(suggestSettings(table, { target: 'body_mass_g' })).toMatchObject({
      targets: ['body_mass_g'],
      task: 'regression',
      loss: { kind: 'mean-squared-error' },
      features: ['species', 'island', 'bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'sex']
    })
    expect(suggestSettings(sampleTable('digits'), { task: 'regression' })).toMatchObject({
      targets: ['digit'],
      task: 'regression',
      loss: { kind: 'mean-squared-error' }
    })
  })

  it("gives settings that pass their own check, and are no one else's", () => {
    for (const name of sampleNames) {
      const settings = suggestSettings(sampleTable(name))
      expect(parseSettings(settings)).toEqual(settings)
      expect(settings.hidden).not.toBe(defaultSettings.hidden)
      expect(settings.seeds).not.toBe(defaultSettings.seeds)
    }
  })

  it('refuses a target that is not there', () => {
    expect(refusalOf(() => suggestSettings(tableOf('a\n1\n'), { target: 'b' })).code).toBe('data.no-column')
  })

  it('passes over empty columns at the end, as a comma too many leaves them', () => {
    expect(suggestSettings(tableOf('a,b,\n1,2,\n2,3,\n'))).toMatchObject({ targets: ['b'], features: ['a'] })
  })
})

describe('columns that carry nothing', () => {
  const table = tableOf('id,code,always,empty,a,y\nu1,1,7,,x,0\nu2,2,7.0,NA,x,1\nu3,3,7,?,z,0\n')

  it('are no features', () => expect(suggestSettings(table).features).toEqual(['code', 'a']))

  it('are said, each with its reason', () => {
    expect(featureNotes(table, ['y'])).toEqual([
      { code: 'note.identifier', details: { name: 'id' } },
      { code: 'note.constant-column', details: { name: 'always', value: '7' } },
      { code: 'note.empty-column', details: { name: 'empty' } }
    ])
  })

  it('are not said of the target', () => {
    expect(featureNotes(table, ['id']).map(({ details }) => details.name)).toEqual(['always', 'empty'])
  })

  it('are three pixels of the digits', () => {
    const names = featureNotes(sampleTable('digits'), ['digit']).map(({ details }) => details.name)
    expect(names).toEqual(['pixel_0_0', 'pixel_4_0', 'pixel_4_7'])
    expect(columnNamed(sampleTable('digits'), 'pixel_0_0').values.every((value) => value === 0)).toBe(true)
  })
})
