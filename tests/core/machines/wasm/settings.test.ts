import { afterEach, describe, expect, it } from 'vitest'
import { optimizerContext } from '../../../../src/core/machines/wasm/contexts'
import { biasCorrections, contextNumbers } from '../../../../src/core/machines/wasm/settings'
import { pow } from '../../../../src/core/math/pow'
import type { Optimizer } from '../../../../src/core/nn/optimizer'
import { optimizerKinds, optimizers, type OptimizerSpec } from '../../../../src/core/nn/optimizers'
import { applyUpdate, freshOptimizerState } from '../../../../src/core/network/update'
import { matrixFrom } from '../../../../src/core/tensor/matrix'

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

describe.each(optimizerKinds)('the context of %s', (kind) => {
  const entry: Optimizer = optimizers[kind]

  it('has each of its options where the kernels look for it, with the default of the entry', () => {
    const context = contextNumbers({ kind })
    for (const [name, option] of Object.entries(entry.options)) {
      expect(context[optimizerContext.findIndex((one) => one === name)]).toBe(option.default)
    }
  })

  it('corrects as many moments as the entry names, each an option and a slot of it', () => {
    expect(entry.biasCorrected.length).toBeLessThanOrEqual(entry.slots)
    const corrections = biasCorrections({ kind })
    corrections.forEach((correction, moment) => {
      const beta = entry.biasCorrected.at(moment)
      expect(correction(3)).toBe(beta === undefined ? 1 : 1 - pow(entry.options[beta].default, 3))
    })
  })
})

describe('an optimizer whose entry has a default of its own', () => {
  const { options } = optimizers.adam
  afterEach(() => Object.assign(optimizers.adam, { options }))

  it('trains with it on the plain machine, and hands it to the kernels', () => {
    Object.assign(optimizers.adam, { options: { ...options, beta2: { ...options.beta2, default: 0.5 } } })
    const trainedWith = (spec: OptimizerSpec) => {
      const parameters = [{ W: matrixFrom([[1, -2]]), b: null }]
      const gradients = [{ W: matrixFrom([[0.3, 4]]), b: null }]
      let state = freshOptimizerState(spec, parameters)
      for (let step = 0; step < 3; step++) state = applyUpdate(spec, 0.1, state, parameters, gradients)
      return [parameters[0].W.data, ...state.slots[0]]
    }
    expect(trainedWith({ kind: 'adam' })).toEqual(trainedWith({ kind: 'adam', beta2: 0.5 }))
    expect(trainedWith({ kind: 'adam' })).not.toEqual(trainedWith({ kind: 'adam', beta2: 0.999 }))
    expect(contextNumbers({ kind: 'adam' })).toEqual(contextNumbers({ kind: 'adam', beta2: 0.5 }))
    expect(biasCorrections({ kind: 'adam' })[1](2)).toBe(0.75)
  })
})
