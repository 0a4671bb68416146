import { expect, it } from 'vitest'
import { translucent } from '../../../src/renderer/charts/chart-colors'

it('a part of a colour is written as every reader of SVG knows it', () => {
  expect(translucent('#2557cc', 0.32)).toBe('rgba(37, 87, 204, 0.32)')
  expect(translucent('#fff', 0.85)).toBe('rgba(255, 255, 255, 0.85)')
})
