import { describe, expect, it } from 'vitest'
import { layerTimes, spreadOf, type LayerStatistics } from '#core'

const layer = (epoch: number, l: number): LayerStatistics => ({
  layer: l + 1,
  units: 3,
  activation: l === 0 ? 'tanh' : 'linear',
  weights: spreadOf([-epoch, epoch]),
  gradients: spreadOf([0, l]),
  activations: spreadOf([epoch]),
  gradientNorm: 10 * epoch + l,
  updateRatio: epoch / 100,
  dead: l === 0 ? 0.5 : null,
  saturated: l === 0 ? epoch / 10 : null
})
const looks = [0, 2, 4].map((epoch) => ({ epoch, layers: [layer(epoch, 0), layer(epoch, 1)] }))

describe('the course of the layers', () => {
  it('has each figure of each layer, look by look', () => {
    const { epochs, layers } = layerTimes(looks)
    expect([...epochs]).toEqual([0, 2, 4])
    expect(layers.map((one) => [one.layer, one.activation, [...one.gradientNorm]])).toEqual([
      [1, 'tanh', [0, 20, 40]],
      [2, 'linear', [1, 21, 41]]
    ])
    expect([...(layers[0].saturated ?? [])]).toEqual([0, 0.2, 0.4])
    expect(layers[1]).toMatchObject({ dead: null, saturated: null })
    expect([...layers[0].weights.deviation]).toEqual([0, 2, 4])
    expect([layers[0].weights.from, layers[0].weights.to]).toEqual([-4, 4])
  })

  it('is empty before the first look', () => {
    expect(layerTimes([]).layers).toEqual([])
  })
})
