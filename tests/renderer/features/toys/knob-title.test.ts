import { expect, it } from 'vitest'
import { knobNames, toyNames } from '#core'
import { en } from '../../../../src/renderer/features/toys/en'

it('every toy data set has a name and a formula, every knob a name', () => {
  expect(Object.keys(en.toys.names)).toEqual(toyNames)
  expect(Object.keys(en.toys.about)).toEqual(toyNames)
  expect(Object.keys(en.toys.knobs).sort()).toEqual([...knobNames].sort())
})
