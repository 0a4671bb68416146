import { describe, expect, it } from 'vitest'
import { Walk, walkExample, walkExampleNames } from '#core'
import { stepTitle } from '../../../../src/renderer/features/microscope/step-title'

describe('the title of a step', () => {
  it.each(walkExampleNames)('is there for every step of %s', (name) => {
    expect(new Walk(walkExample(name)).steps.filter((step) => stepTitle(step) === null)).toEqual([])
  })

  it('names the layer or the parameter', () => {
    expect(stepTitle({ id: 'dW2.data' })).toEqual({ key: 'walk.titles.dWdata', values: { of: '2' } })
    expect(stepTitle({ id: 'd(A1⊙M1)' })).toEqual({ key: 'walk.titles.dA', values: { of: '1' } })
    expect(stepTitle({ id: 'W1.new' })).toEqual({ key: 'walk.titles.updated', values: { of: 'W1' } })
    expect(stepTitle({ id: 'W1.vhat' })).toEqual({ key: 'walk.titles.memory', values: { of: 'W1' } })
  })
})
