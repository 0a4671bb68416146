import { expect, it } from 'vitest'
import { parseRows } from '../../../../src/renderer/features/microscope/parse-rows'

it.each([
  ['1, 5, 9', [1, 5, 9]],
  ['3', [3]],
  ['2，4、6 8', [2, 4, 6, 8]]
])('reads %s as rows', (text, rows) => {
  expect(parseRows(text)).toEqual(rows)
})

it.each(['', '0', '-1', '1.5', 'two', '1, x'])('refuses “%s”', (text) => {
  expect(parseRows(text)).toBeNull()
})
