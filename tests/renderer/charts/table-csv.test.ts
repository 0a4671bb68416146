import { expect, it } from 'vitest'
import { tableCsv } from '../../../src/renderer/charts/table-csv'

it('has every digit, nothing for what is no number, and quotes where they are needed', () => {
  expect(
    tableCsv(
      ['a', 'b, c'],
      [
        [0.1 + 0.2, 'say "x"'],
        [Number.NaN, '中文']
      ]
    )
  ).toBe('a,"b, c"\n0.30000000000000004,"say ""x"""\n,中文\n')
})
