import { describe, expect, it } from 'vitest'
import { createColumn } from '../../../src/core/data/columns'
import { firstPointGroup } from '../../../src/core/data/point-groups'

const first = (...cells: string[]) => firstPointGroup(createColumn('x', cells))

describe('points that may separate thousands', () => {
  it('are found beside whole numbers below 1000', () => {
    expect(first('899', '1.299', '12.450')).toBe(1)
    expect(first('', '-5', 'NA', '-1.000')).toBe(3)
  })

  it.each([
    ['only such numbers', ['1.299', '5.125']],
    ['another number of decimals', ['899', '1.299', '1.5']],
    ['a number below 1', ['899', '0.125']],
    ['a whole number beyond', ['1899', '1.299']],
    ['only whole numbers', ['5', '7']],
    ['text', ['a', '1.299']]
  ])('are not where there are %s', (_, cells) => expect(first(...cells)).toBe(-1))
})
