import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCategories } from '../../../src/core/preparation/known-categories'

const found = (categories: readonly string[], text: string) => {
  const { places, isRespelt } = findCategories(categories, [text])
  return { category: categories[places[0]], isRespelt: isRespelt[0] === 1 }
}

describe('the category of a text', () => {
  it.each([
    ['letter case', 'True', 'TRUE'],
    ['full width', 'A', 'Ａ'],
    ['Unicode normalization', 'café', 'cafe\u0301'],
    ['blanks', 'New York', 'New\u00a0York'],
    ['several blanks', 'New York', 'New  York'],
    ['invisible characters', 'b', 'b\u200b']
  ])('is the only one that differs from it in %s', (_, category, text) => {
    expect(found(['other', category], text)).toEqual({ category, isRespelt: true })
  })

  it('is the very text where it is one, whatever else is like it', () => {
    expect(found(['True', 'TRUE'], 'TRUE')).toEqual({ category: 'TRUE', isRespelt: false })
  })

  it.each([
    ['several are like it', ['True', 'TRUE'], 'true'],
    ['none is', ['yes', 'no'], 'nope'],
    ['accents differ', ['cafe'], 'café']
  ])('is unknown where %s', (_, categories, text) => {
    expect(found(categories, text)).toEqual({ category: undefined, isRespelt: false })
  })

  it('is itself, for any categories', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 })), (categories) => {
        const { places, isRespelt } = findCategories(categories, categories)
        expect([...places]).toEqual(categories.map((_, place) => place))
        expect(isRespelt).not.toContain(1)
      })
    )
  })
})
