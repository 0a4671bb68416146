import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activationNames, limits, AppError, type Settings } from '#core'
import { hiddenToText, textToHidden } from '../../../../src/renderer/features/settings/hidden-text'

const layer = fc.record({
  units: fc.integer({ min: 1, max: limits.units }),
  activation: fc.constantFrom(...activationNames)
})

describe('hidden layers as text', () => {
  it('read back as the layers they were written from', () => {
    fc.assert(
      fc.property(fc.array(layer), (hidden) => {
        expect(textToHidden(hiddenToText(hidden), hidden)).toEqual(hidden)
      })
    )
  })

  const before: Settings['hidden'] = [{ units: 16, activation: 'relu' }]
  it.each([
    [
      '16, 8',
      [
        { units: 16, activation: 'relu' },
        { units: 8, activation: 'relu' }
      ]
    ],
    [
      '32 tanh, 8',
      [
        { units: 32, activation: 'tanh' },
        { units: 8, activation: 'relu' }
      ]
    ],
    [
      '１６，８',
      [
        { units: 16, activation: 'relu' },
        { units: 8, activation: 'relu' }
      ]
    ],
    [
      ' 4 ; 5 、 6 Sigmoid ',
      [
        { units: 4, activation: 'relu' },
        { units: 5, activation: 'relu' },
        { units: 6, activation: 'sigmoid' }
      ]
    ],
    [
      '16 8 tanh',
      [
        { units: 16, activation: 'relu' },
        { units: 8, activation: 'tanh' }
      ]
    ],
    ['', []],
    [' , ', []]
  ] as const)('understand %s', (text, hidden) => expect(textToHidden(text, before)).toEqual(hidden))

  it.each([
    ['16, x', 'spec.whole-number', 'x'],
    ['-3', 'spec.whole-number', '-3'],
    ['1.5', 'spec.whole-number', '1.5'],
    ['8 relu tanh', 'spec.whole-number', '8 relu tanh'],
    ['8 swish', 'spec.choice', 'swish']
  ])('refuse %s with %s, quoting %s', (text, code, value) => {
    expect(() => textToHidden(text, before)).toThrow(AppError)
    try {
      textToHidden(text, before)
    } catch (error) {
      expect(error).toMatchObject({ code })
      expect((error as AppError).details.value).toContain(value)
    }
  })
})
