import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../../src/renderer/i18n/format'
import { numberTex } from '../../../../src/renderer/features/formulas/number-tex'

describe('numbers as KaTeX source', () => {
  it('have signs, powers of ten and products of their own', () => {
    expect(numberTex('0.5·(−2) − 1.2e−5')).toBe(String.raw`0.5\cdot (-2) - 1.2\times10^{-5}`)
  })

  it.each([0, -1.5, 1e-9, -3e22, Infinity, -Infinity, NaN])('can be set: %s', (value) => {
    expect(katex.renderToString(numberTex(formatNumber(value)), { throwOnError: true })).toContain('<math')
  })
})
