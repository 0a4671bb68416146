import { expect, it } from 'vitest'
import { checkToTsv, placeOf } from '../../../../src/renderer/features/check/check-text'
import { checkReport } from '../../support/check-report'

const report = checkReport([
  { row: 3, column: 7, relative: 0.1 + 0.2 },
  { tensor: 1, row: 2, column: -1, verdict: 'kink' }
])

it('a weight has two indices, a bias one', () => {
  expect([placeOf(report, 0), placeOf(report, 1)]).toEqual(['[3, 7]', '[2]'])
})

it('copied rows come in the order shown, with every digit', () => {
  expect(checkToTsv(report, Uint32Array.of(1, 0)).split('\n')).toEqual([
    'tensor\trow\tcolumn\tvalue\tanalytic\tnumeric\tabsolute\trelative\tverdict',
    'b1\t2\t\t1\t-1\t-1\t0\t0\tkink',
    'W1\t3\t7\t0\t0\t0\t0.30000000000000004\t0.30000000000000004\texcellent',
    ''
  ])
})
