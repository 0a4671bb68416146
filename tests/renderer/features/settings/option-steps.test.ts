import { describe, expect, it } from 'vitest'
import { lossOptions, optimizerOptions, scheduleOptions } from '#core'
import { optionStep, roundStep, shareStep, type OptionRange } from '../../../../src/renderer/features/settings/option-steps'

describe('the steps of a number', () => {
  it('of a share come nearer and nearer to 1, and end at 0', () => {
    expect([0.9, 0.95, 0.999].map((share) => shareStep(share, 1))).toEqual([0.95, 0.98, 0.9995])
    expect([0.9999, 0].map((share) => shareStep(share, 1))).toEqual([0.9999, 0.1])
    expect([0.93, 0].map((share) => shareStep(share, -1))).toEqual([0.9, 0])
  })

  it('of a whole number are 1, 2, 5, 10 and so on', () => {
    expect([1, 2, 30, 100].map((n) => roundStep(n, 1, 100))).toEqual([2, 5, 50, 100])
    expect([1, 30].map((n) => roundStep(n, -1, 100))).toEqual([1, 20])
  })

  const options: [string, OptionRange & { readonly default: number }][] = [
    ...Object.entries(lossOptions),
    ...Object.entries(optimizerOptions),
    ...Object.entries(scheduleOptions)
  ]
  it.each(options)('of %s go up and down from its default without leaving its range', (_, option) => {
    const step = optionStep(option)
    const { from = 0, open, above, below = Infinity } = option
    for (const direction of [1, -1] as const) {
      let value = option.default
      for (let press = 0; press < 60; press++) {
        value = step(value, direction)
        expect(value).toBeGreaterThanOrEqual(above ?? from)
        if (open || above !== undefined) expect(value).toBeGreaterThan(above ?? from)
        expect(value).toBeLessThan(below)
      }
    }
    expect(step(option.default, 1)).toBeGreaterThan(option.default)
  })
})
