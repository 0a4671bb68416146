import { describe, expect, it } from 'vitest'
import { isCurrency, unitOf, withoutUnit } from '../../../src/core/data/unit'

describe('unitOf', () => {
  it.each([
    ['$1,037', '$', '1,037'],
    ['-$5', '$', '-5'],
    ['$-5', '$', '-5'],
    ['US$ 1.50', 'US$', '1.50'],
    ['€ 12,50', '€', '12,50'],
    ['12,50 €', '€', '12,50'],
    ['¥300', '¥', '300'],
    ['CHF 1\'299.95', 'CHF', '1\'299.95'],
    ['5.5 kg', 'kg', '5.5'],
    ['-40°C', '°C', '-40'],
    ['12 m²', 'm²', '12'],
    ['3 km/h', 'km/h', '3'],
    ['120元', '元', '120'],
    ['2024年', '年', '2024']
  ])('finds the unit of %s', (cell, unit, number) => {
    expect(unitOf(cell)).toBe(unit)
    expect(withoutUnit(cell, unit)).toBe(number)
  })

  it.each(['12', '-1.5e-3', 'A1', 'Q3', 'room 5', '3 PM', '0x10', '2024年1月', '5h 30m', 'kg', '-$-5', ''])('finds none in %j', (cell) => expect(unitOf(cell)).toBeNull())

  it('leaves a cell without the unit as it is', () => expect([withoutUnit('12', 'kg'), withoutUnit('5 lb', 'kg')]).toEqual(['12', '5 lb']))
})

describe('isCurrency', () => {
  it('tells money from other units', () => {
    expect(['$', 'US$', '€', 'CHF', '元'].map(isCurrency)).toEqual([true, true, true, true, true])
    expect(['kg', '°C', 'm', 'USDA'].map(isCurrency)).toEqual([false, false, false, false])
  })
})
