import { describe, expect, it } from 'vitest'
import { losses, optimizers, schedules, type Option, type Options } from '#core'
import { optionStep, roundStep, shareStep } from '../../../../src/renderer/features/settings/option-steps'

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

  const entries: [string, { readonly options: Options }][] = [
    ...Object.entries(losses),
    ...Object.entries(optimizers),
    ...Object.entries(schedules)
  ]
  const options = entries.flatMap(([kind, entry]) =>
    Object.entries(entry.options).map(([name, option]): [string, string, Option] => [name, kind, option])
  )
  it.each(options)('of %s in %s go up and down from its default without leaving its range', (_name, _kind, option) => {
    const step = optionStep(option)
    const { min = -Infinity, exclusiveMin = -Infinity, max = Infinity, exclusiveMax = Infinity } = option
    for (const direction of [1, -1] as const) {
      let value = option.default
      for (let press = 0; press < 60; press++) {
        value = step(value, direction)
        expect(value).toBeGreaterThanOrEqual(min)
        expect(value).toBeGreaterThan(exclusiveMin)
        expect(value).toBeLessThanOrEqual(max)
        expect(value).toBeLessThan(exclusiveMax)
      }
    }
    expect(step(option.default, 1)).toBeGreaterThan(option.default)
  })
})
