import { expect, it } from 'vitest'
import { monthOf } from '../../../src/core/data/month-names'

const long = (locale: string) => Array.from({ length: 12 }, (_, month) => new Date(2024, month, 1).toLocaleString(locale, { month: 'long' }))

it.each(['en', 'de', 'fr'])('knows the names of months as %s has them', (locale) => {
  expect(long(locale).map(monthOf)).toEqual(Array.from({ length: 12 }, (_, month) => month + 1))
})

it('knows them short, in capitals, and without marks', () => {
  expect(['JAN', 'Févr', 'fevr', 'Maerz', 'marz', 'AOÛT', 'aout', 'Okt', 'DEC'].map(monthOf)).toEqual([1, 2, 2, 3, 3, 8, 8, 10, 12])
})

it('answers 0 to other words', () => expect(['', 'Room', 'ma', 'Q1'].map(monthOf)).toEqual([0, 0, 0, 0]))
