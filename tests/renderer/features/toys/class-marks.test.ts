import { expect, it } from 'vitest'
import { toyLabels } from '#core'
import { classMarks } from '../../../../src/renderer/features/toys/class-marks'
import css from '../../../../src/renderer/styles/tokens.css?raw'

it('every class has a shape and a colour of its own, the colour in both themes', () => {
  expect(classMarks).toHaveLength(toyLabels.length)
  expect(new Set(classMarks.map(({ path }) => path)).size).toBe(toyLabels.length)
  expect(new Set(classMarks.map(({ color }) => color)).size).toBe(toyLabels.length)
  for (const { color } of classMarks) expect(css.split(`${color}:`)).toHaveLength(3)
})
