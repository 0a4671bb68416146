import { describe, expect, it } from 'vitest'
import { boundBy, namesOf, readDefinition, renamed, termsOf } from '../../../../src/core/walk/code/definition'
import { valueOf } from '../../../../src/core/walk/code/evaluate'
import { parseExpression } from '../../../../src/core/walk/code/parse'

describe('a definition', () => {
  it('has the names that are defined before its expression, which may use those before them', () => {
    const definition = readDefinition('s = 2 * z; t = s + 1; s * t')
    expect(definition.before.map(({ name, text }) => [name, text])).toEqual([
      ['s', '2 * z'],
      ['t', 's + 1']
    ])
    expect(definition.text).toBe('s * t')
    const bindings = boundBy(definition, { z: 3 })
    expect(bindings).toEqual({ z: 3, s: 6, t: 7 })
    expect(valueOf(definition.expression, bindings)).toBe(42)
  })
})

describe('an expression', () => {
  it('has the names in it, each once, and no function', () => {
    expect(namesOf(parseExpression('g * exp(-v) + where(g > 0, W.T, 1)'))).toEqual(['g', 'v', 'W'])
  })

  it('is the sum of its terms, each with its sign', () => {
    const terms = termsOf(parseExpression('a - b * c - (d - e) + f'))
    const bindings = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }
    expect(terms.map((term) => valueOf(term, bindings))).toEqual([1, -6, 1, 6])
    expect(termsOf(parseExpression('a * (b + c)'))).toHaveLength(1)
  })

  it('takes other names for its own, and leaves its functions and all else', () => {
    expect(renamed('exp(-v) * v_old + v', { v: '(clip * dW1)', exp: 'wrong' })).toBe('exp(-(clip * dW1)) * v_old + (clip * dW1)')
  })
})
