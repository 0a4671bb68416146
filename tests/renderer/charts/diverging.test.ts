import { expect, it } from 'vitest'
import { channels, divergingColor } from '../../../src/renderer/charts/diverging'

const colors = { low: '#ff0000', zero: '#000000', high: '#0000ff', none: '#888888' }

it('goes from one end over the middle to the other, and no further', () => {
  expect([-2, -1, -0.5, 0, 0.5, 1, 7].map((value) => divergingColor(colors, value))).toEqual([
    'rgb(255 0 0)',
    'rgb(255 0 0)',
    'rgb(128 0 0)',
    'rgb(0 0 0)',
    'rgb(0 0 128)',
    'rgb(0 0 255)',
    'rgb(0 0 255)'
  ])
})

it('gives what is no number a colour of its own', () => expect(divergingColor(colors, Number.NaN)).toBe('#888888'))

it('reads a colour in its short form too', () => {
  expect(channels('#fff')).toEqual([255, 255, 255])
  expect(channels('#1a2')).toEqual(channels('#11aa22'))
})
