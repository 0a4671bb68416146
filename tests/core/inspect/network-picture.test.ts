import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activations, foldUnits, forward, initialParameters, matrixFrom, pictureOf, unitSum, type NetworkSpec } from '#core'

const network: NetworkSpec = {
  inputs: 5,
  layers: [
    { units: 12, activation: 'tanh' },
    { units: 2, activation: 'linear' }
  ]
}
const parameters = initialParameters(network, 7)
const cache = forward(network, parameters, matrixFrom([[0.5, -1, 2, 0, 0.25]]))

describe('the fold', () => {
  it('shows every unit where there is room, and else fills the room but for the gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 3, max: 60 }), (units, room) => {
        const { shown, hidden } = foldUnits(units, room)
        expect(shown.length + hidden).toBe(units)
        expect(shown.length + (hidden > 0 ? 1 : 0)).toBeLessThanOrEqual(room)
        expect(new Set(shown).size).toBe(shown.length)
        expect(Array.from(shown)).toEqual(Array.from(shown).sort((a, b) => a - b))
        expect([shown[0], shown[shown.length - 1]]).toEqual([0, units - 1])
      })
    )
  })
})

describe('the picture', () => {
  const picture = pictureOf(parameters, cache, 5)

  it('has the input and every layer, folded', () => {
    expect(picture.map(({ units, shown }) => [units, Array.from(shown)])).toEqual([
      [5, [0, 1, 2, 3, 4]],
      [12, [0, 1, 10, 11]],
      [2, [0, 1]]
    ])
  })

  it('has the weights between the units that are shown', () => {
    const { W } = parameters[1]
    const expected = [0, 1, 10, 11].flatMap((i) => [0, 1].map((j) => Math.fround(W.data[i * W.columns + j])))
    expect(Array.from(picture[2].weights ?? [])).toEqual(expected)
  })

  it('scales by the largest weight of the whole layer, shown or not', () => {
    expect(picture[1].largest).toBe(Math.max(...Array.from(parameters[0].W.data, Math.abs)))
  })

  it('says NaN where a weight is no number', () => {
    const broken = parameters.map((layer) => ({ ...layer, W: { ...layer.W, data: layer.W.data.map((w, e) => (e === 1 ? NaN : w)) } }))
    expect(pictureOf(broken, cache, 5)[1].largest).toBeNaN()
  })
})

describe('the sum of a unit', () => {
  it('adds up to its pre-activation, and that gives its activation', () => {
    network.layers.forEach(({ units, activation }, l) => {
      for (let unit = 0; unit < units; unit++) {
        const { weights, inputs, bias, z, a } = unitSum(parameters, cache, l, unit)
        expect(weights.reduce((sum, w, i) => sum + w * inputs[i], bias ?? NaN)).toBeCloseTo(z, 12)
        expect(a).toBe(activations[activation].value(z))
      }
    })
  })
})
