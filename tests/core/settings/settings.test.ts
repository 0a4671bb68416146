import { describe, expect, it } from 'vitest'
import { parseSettings, suggestSettings } from '#core'
import { refusalOf, sampleTable } from '../../support/tables'

const settings = suggestSettings(sampleTable('iris'))

describe('settings of an earlier version', () => {
  it('have one target and none of what came later, and mean what they meant', () => {
    const { targets, missing: _m, encode: _e, overrides: _o, scaleTargets: _t, split: _s, validation: _v, ...old } = settings
    expect(parseSettings({ ...old, target: targets[0] })).toEqual(settings)
  })

  it('may stand beside those of this one, which count', () => {
    expect(parseSettings({ ...settings, target: 'other' })).toEqual(settings)
  })
})

describe('a setting that is not usable', () => {
  it.each<[object, string]>([
    [{ targets: [] }, 'No target is chosen; choose the column to predict.'],
    [{ missing: 'guess' }, 'missing is "guess"; it must be one of drop, mean, median, mode, indicator.'],
    [{ overrides: { x: { scale: 'log' } } }, 'overrides.x.scale is "log"; it must be one of none, standard, minmax, robust.'],
    [{ split: { kind: 'odd' } }, 'split.kind is "odd"; it must be one of ratio, column, folds, last.'],
    [{ split: { kind: 'folds', folds: 1 } }, 'split.folds is 1; it must be a whole number from 2 to 100.'],
    [{ split: { kind: 'folds', folds: 3, fold: 4 } }, 'split.fold is 4; there are not that many folds.'],
    [{ split: { kind: 'last', rows: 0 } }, 'split.rows is 0; it must be a whole number from 1 to 1000000000.'],
    [{ validation: 1 }, 'validation is 1; it must be at least 0 and below 1.'],
    [
      { test: 0.5, validation: 0.5 },
      'validation is 0.5: no rows would be left to train on. The test and validation fractions must add up to less than 1.'
    ]
  ])('is named: %j', (change, sentence) => {
    expect(refusalOf(() => parseSettings({ ...settings, ...change })).en).toBe(sentence)
  })

  it('is not a share of test rows that the split does not use', () => {
    expect(parseSettings({ ...settings, test: 0.9, validation: 0.5, split: { kind: 'last', rows: 5 } }).validation).toBe(0.5)
  })
})
