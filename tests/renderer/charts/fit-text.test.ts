import { expect, it } from 'vitest'
import { fitText } from '../../../src/renderer/charts/fit-text'

/** A context in which every character is 10 pixels wide. */
const context = { measureText: (text: string) => ({ width: text.length * 10 }) } as CanvasRenderingContext2D

it.each([
  ['short', 50, 'short'],
  ['much longer', 50, 'much…'],
  ['much longer', 1, 'm…'],
  ['', 0, '']
])('fits %j into %d pixels as %j', (text, width, expected) => {
  expect(fitText(context, text, width)).toBe(expected)
})
