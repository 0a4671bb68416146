import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonText, parseJson, type Json } from '#core'

describe('jsonText', () => {
  it.each([NaN, Infinity, -Infinity])('refuses %s, which JSON.stringify would write as null', (value) => {
    expect(() => jsonText({ a: [{ mean: value }] })).toThrow(`\`mean\` is ${value}, which JSON cannot represent`)
  })
})

describe('parseJson', () => {
  it('skips a byte order mark', () => {
    expect(parseJson('\uFEFF[1]')).toEqual([1])
  })

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'))
        const json = JSON.parse(JSON.stringify(value)) as Json
        expect(parseJson(jsonText(json))).toEqual(json)
      })
    )
  })

  it.each([
    ['{"a": 1, "a": 2}', '`a` occurs twice.'],
    ['[{"x": {"a": 1, "b": [], "\\u0061" : 1}}]', '`a` occurs twice.'],
    ['{"__proto__": 1}', 'The name `__proto__` is not allowed'],
    ['{"a": {"\\u005f_proto__": {}}}', 'The name `__proto__` is not allowed'],
    ['{"a": NaN}', 'The JSON in the file cannot be read'],
    ['{"a": 1', 'The JSON in the file cannot be read'],
    ['', 'The JSON in the file cannot be read']
  ])('refuses %s', (text, message) => {
    expect(() => parseJson(text)).toThrow(message)
  })

  it.each([
    '{"a": {"a": {"a": 1}}, "b": {"a": 1}}',
    '[{"a": 1}, {"a": 1}]',
    '{"a": "a", "b": "a"}',
    '{"{\\"a\\":1,": 1, "a": "\\\\", "b": "{\\"a\\":"}',
    '{"constructor": 1, "toString": 2}'
  ])('accepts %s', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text))
  })

  it('reads long texts, however many characters are escaped', () => {
    expect(() => parseJson(JSON.stringify({ text: '\\"x'.repeat(1_000_000) }))).not.toThrow()
  })
})
