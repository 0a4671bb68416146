import { describe, expect, it } from 'vitest'
import { biasCorrections } from '../../../../src/core/machines/wasm/settings'
import { pow } from '../../../../src/core/math/pow'

describe('the bias corrections', () => {
  it.each([
    [0.9, 0.999],
    [0.5, 0.9999],
    [0, 0.3]
  ])('are 1 − βᵗ to the last bit at every step, β₁ = %f, β₂ = %f', (beta1, beta2) => {
    const [first, second] = biasCorrections({ kind: 'adam', beta1, beta2 })
    // Past the step from which on they are 1, then back again, as after a rewinding.
    for (const step of [1, 2, 3, 50, 51, 52, 355, 357, 10_000, 36_740, 36_760, 40_000, 400_000, 2, 50, 354, 36_000]) {
      expect([first(step), second(step)]).toEqual([1 - pow(beta1, step), 1 - pow(beta2, step)])
    }
  })

  it('are 1 where there are no moments', () => {
    const [first, second] = biasCorrections({ kind: 'rmsprop' })
    expect([first(1), second(3)]).toEqual([1, 1])
  })
})
