import { describe, expect, it } from 'vitest'
import { prepare, trainingRanges } from '#core'
import { settingsFor, tableOf } from '../../support/tables'

describe('what the features were trained on', () => {
  it('is the range of the training rows alone, without missing cells', () => {
    const table = tableOf('x,t,y\n,a,1\n3,b,2\n-2,a,3\n5,b,4\n900,a,5\n-900,b,6\n')
    const settings = settingsFor(table, { targets: ['y'], features: ['x', 't'], missing: 'mean', split: { kind: 'last', rows: 2 } })
    const { minima, maxima } = trainingRanges(prepare(table, settings), table)
    expect([...minima, ...maxima]).toEqual([-2, NaN, 5, NaN])
  })
})
