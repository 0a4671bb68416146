import { describe, expect, it } from 'vitest'
import { hasBlankGroups, hasFullWidth, hasMinusSign, plainForm } from '../../../src/core/data/plain-form'

describe('plainForm', () => {
  it.each([
    ['12', '12'],
    ['a', 'a'],
    ['１２．５', '12.5'],
    ['\u22121.5', '-1.5'],
    ['\u20133', '-3'],
    ['－７', '-7'],
    ['1.5e\u22123', '1.5e-3'],
    ['1\u00a0299,99', '1299,99'],
    ['1\u202f299\u202f000', '1299000'],
    ['12 345 678', '12345678'],
    ["1'299.95", '1299.95'],
    ['1’299’000', '1299000'],
    ['\u22121 234', '-1234'],
    ['1 29', '1 29'],
    ['1 2345', '1 2345'],
    ["1'234 567", "1'234 567"],
    ['10–20', '10-20']
  ])('writes %j as %j', (cell, text) => expect(plainForm(cell)).toEqual({ text, isPercent: false }))

  it('takes off a percent sign and a unit', () => {
    expect(plainForm('１２％')).toEqual({ text: '12', isPercent: true })
    expect(plainForm('12,5\u00a0%')).toEqual({ text: '12,5', isPercent: true })
    expect(plainForm('1 234 kg', 'kg')).toEqual({ text: '1234', isPercent: false })
  })
})

describe('what a cell has', () => {
  it('is told', () => {
    expect([hasFullWidth('a１'), hasFullWidth('a1')]).toEqual([true, false])
    expect([hasMinusSign('\u22121'), hasMinusSign('-1'), hasMinusSign('a – b')]).toEqual([true, false, false])
    expect([hasBlankGroups('1 234'), hasBlankGroups('1234'), hasBlankGroups('a b')]).toEqual([true, false, false])
  })
})
