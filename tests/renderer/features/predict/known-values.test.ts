import { expect, it } from 'vitest'
import { knownValues } from '../../../../src/renderer/features/predict/known-values'

const categories = ['Biscoe', 'Dream']

it('a category is one of those seen in training', () => {
  expect(knownValues({ categories, fill: null }, 'Dream')).toEqual(['Biscoe', 'Dream'])
})

it('none can be chosen where a missing value is filled in, and stands there where nothing does', () => {
  expect(knownValues({ categories, fill: 'Dream' }, 'Dream')).toEqual(['', 'Biscoe', 'Dream'])
  expect(knownValues({ categories, fill: null }, '')).toEqual(['', 'Biscoe', 'Dream'])
})

it('a value of the data that training has not seen stays', () => {
  expect(knownValues({ categories, fill: null }, 'Torgersen')).toEqual(['Biscoe', 'Dream', 'Torgersen'])
})
