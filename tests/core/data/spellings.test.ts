import { describe, expect, it } from 'vitest'
import { commonSpellings, shownSpelling, spellingGroups, spellingKey } from '../../../src/core/data/spellings'

describe('spellingKey', () => {
  it.each([
    ['letter case', 'Yes', 'YES'],
    ['a zero-width space', 'b', 'b\u200b'],
    ['a soft hyphen', 'abc', 'ab\u00adc'],
    ['a byte order mark', 'abc', '\ufeffabc'],
    ['a direction mark', 'abc', 'abc\u200e'],
    ['decomposed accents', 'caf\u00e9', 'cafe\u0301'],
    ['a no-break space', 'New York', 'New\u00a0York'],
    ['two spaces', 'New York', 'New  York'],
    ['full width', 'A', 'Ａ'],
    ['ligatures', 'office', 'oﬃce'],
    ['Cyrillic letters that look Latin', 'Class B', 'Сlаss В'],
    ['letter case in Cyrillic', 'ВОР', 'вор']
  ])('ignores %s', (_, a, b) => expect(spellingKey(a)).toBe(spellingKey(b)))

  it.each([
    ['yes', 'no'],
    ['cafe', 'café'],
    ['a b', 'ab'],
    ['Müller', 'Mueller'],
    ['вода', 'boda']
  ])('keeps %s and %s apart', (a, b) => expect(spellingKey(a)).not.toBe(spellingKey(b)))
})

describe('spellings of the same', () => {
  it('are grouped in their order', () => {
    expect(spellingGroups(['Yes', 'no', 'yes', 'maybe', 'NO'])).toEqual([['Yes', 'yes'], ['no', 'NO']])
  })

  it('are represented by the most frequent one', () => {
    expect([...commonSpellings(['Yes', 'no', 'yes', 'maybe'], [1, 5, 3, 1])]).toEqual([['Yes', 'yes'], ['yes', 'yes']])
  })

  it('can be told apart when shown', () => {
    expect(['b', 'b\u200b', 'a\u00a0b', 'cafe\u0301', 'с', 'вода'].map(shownSpelling)).toEqual(
      ['b', 'b<U+200B>', 'a<U+00A0>b', 'cafe\u0301 (NFD)', '<U+0441>', 'вода']
    )
  })
})
