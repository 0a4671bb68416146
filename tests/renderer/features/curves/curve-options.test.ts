import { expect, it } from 'vitest'
import { firstOptions, lookOf } from '../../../../src/renderer/features/curves/curve-options'

const chosen = { ...firstOptions, scale: 'logarithmic', epochScale: 'logarithmic', smoothing: 'much' } as const

it('draws a loss as chosen', () => {
  expect(lookOf('loss', chosen)).toEqual({ scale: 'logarithmic', epochScale: 'logarithmic', smoothing: 0.9 })
  expect(lookOf('loss', firstOptions)).toEqual({ scale: 'linear', epochScale: 'linear', smoothing: 0 })
})

it('does not smooth a learning rate', () => {
  expect(lookOf('rate', chosen)).toEqual({ scale: 'logarithmic', epochScale: 'logarithmic', smoothing: 0 })
})
