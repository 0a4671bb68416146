import { describe, expect, it } from 'vitest'
import { jsonLimits, requireJsonLimits } from '../../../src/core/formats/json-limits'

const { depth, parts, keys, values, keyLength } = jsonLimits
const codeOf = (text: string) => {
  try {
    requireJsonLimits(text)
    return null
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('a JSON text', () => {
  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
    ['lists that are never closed', '[', '']
  ])('of so many %s within one another is read, and of one more refused', (_, open, close) => {
    const nested = (levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`
    expect(codeOf(nested(depth))).toBeNull()
    expect(codeOf(nested(depth + 1))).toBe('format.too-deep')
    expect(codeOf(nested(100_000))).toBe('format.too-deep')
  })

  it('counts levels within one another, not one after the other', () => {
    expect(codeOf(`[${'[],'.repeat(1000)}[]]`)).toBeNull()
    expect(codeOf(`["${'['.repeat(1000)}"]`)).toBeNull()
  })

  it.each([
    ['lists', `[${'[],'.repeat(parts)}1]`],
    ['objects with keys', `[${'{"a":1},'.repeat(parts / 2)}1]`],
    ['keys in one object', `{${Array.from({ length: keys + 1 }, (_, n) => `"${n}":1`).join()}}`],
    ['numbers', `[${'0,'.repeat(values + 1)}0]`]
  ])('of too many %s is refused', (_, text) => {
    expect(codeOf(text)).toBe('format.too-many-values')
  })

  it('may have a key as long as a cell of a table', () => {
    expect(codeOf(`{"${'k'.repeat(keyLength - 2)}":1}`)).toBeNull()
    expect(codeOf(`{"${'k'.repeat(keyLength)}":1}`)).toBe('format.too-large')
  })

  it.each(['"', '{"a', '{"a\\', ']}]', '"\\u00":', '{"\\x": 1}', ':', '"a":1'])('that is none is left to the parser: %s', (text) => {
    expect(codeOf(text)).toBeNull()
  })
})
