import { expect, it } from 'vitest'
import { tickText } from '../../../../src/renderer/features/learned/tick-text'

it.each([
  [0, '0'],
  [-0.25, '−0.25'],
  [9000, '9000'],
  [400_000, '400\u202f000'],
  [-1_200_000, '−1\u202f200\u202f000'],
  [4e7, '4e7'],
  [-2e-5, '−2e−5']
])('a tick at %d is %s', (value, text) => expect(tickText(value)).toBe(text))
