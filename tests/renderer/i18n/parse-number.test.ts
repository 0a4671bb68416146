import { expect, it } from 'vitest'
import { parseNumber } from '../../../src/renderer/i18n/parse-number'

it.each([
  ['0.1', 0.1],
  [' 1e-3 ', 0.001],
  ['１６', 16],
  ['0,5', 0.5],
  ['−2', -2],
  ['1e9', 1e9]
])('%s is read as %s', (text, value) => expect(parseNumber(text)).toBe(value))

it.each(['', '  ', 'abc', '1,234,567', '1.2.3', '5 units'])('"%s" is no number', (text) => expect(parseNumber(text)).toBeNaN())
