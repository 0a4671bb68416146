import { describe, expect, it } from 'vitest'
import { isWrittenOtherwise, writtenAsOthers } from '../../../src/core/data/written-otherwise'

describe('a number written in a way of its own', () => {
  it.each([
    ['(1,234.50)', '-1,234.50'],
    ['( 3 )', '-3'],
    ['100.00-', '-100.00'],
    ['1.5×10^3', '1.5e3'],
    ['-2,5 x 10^-3', '-2,5e-3'],
    ['6.02·10²³', '6.02e23'],
    ['1×10⁻¹⁰', '1e-10'],
    ['50.–', '50'],
    ['1,200.--', '1,200'],
    ['١٬٢٣٤٫٥', '1,234.5'],
    ['۰۹', '09'],
    ['०९', '09']
  ])('%s becomes %s', (text, usual) => {
    expect(writtenAsOthers(text)).toBe(usual)
    expect(isWrittenOtherwise(text)).toBe(true)
  })

  it.each(['12', '-3', '1e5', '2-', '10-20', '(see 3)', '()', '5×10', '-', 'x10^3', 'a-'])('is not %s', (text) => {
    expect(writtenAsOthers(text)).toBe(text)
    expect(isWrittenOtherwise(text)).toBe(false)
  })
})
