import { describe, expect, it } from 'vitest'
import { outputsOf, forward } from '#core'
import { predictionView } from '../../../src/engine/queries/predict'
import { runContext } from './run-context'

const iris = runContext('iris', 'species', {}, 20)
const place = { side: 'test', index: 3 } as const

describe('a prediction', () => {
  it('of a row is what the network answers for it, with its cells and its truth', () => {
    const view = predictionView(iris, { sample: { kind: 'row', place }, unit: null })
    const { network, parameters } = iris.trainer
    const outputs = outputsOf(forward(network, parameters, iris.prepared.test.X)).data.subarray(9, 12)
    expect([...view.layers[1].a]).toEqual([...outputs])
    const [target] = view.targets
    expect(target.kind === 'classes' && target.probabilities.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12)
    expect(Object.keys(view.cells ?? {})).toEqual(iris.settings.features)
    expect(view.truth).toHaveLength(1)
  })

  it('of the same cells, typed, is the same to the last bit', () => {
    const picked = predictionView(iris, { sample: { kind: 'row', place }, unit: null })
    const typed = predictionView(iris, { sample: { kind: 'typed', cells: picked.cells ?? {} }, unit: null })
    expect(typed.layers).toEqual(picked.layers)
    expect(typed.targets).toEqual(picked.targets)
    expect(typed).toMatchObject({ truth: null, line: null })
  })

  it('lays open the sum of any unit: z = Σ wᵢxᵢ + b', () => {
    for (const [layer, { units }] of iris.trainer.network.layers.entries()) {
      for (let unit = 0; unit < units; unit++) {
        const { unit: sum, layers } = predictionView(iris, { sample: { kind: 'row', place }, unit: { layer, unit } })
        const z = (sum?.bias ?? 0) + (sum?.weights.reduce((all, w, i) => all + w * sum.inputs[i], 0) ?? NaN)
        expect(z).toBeCloseTo(layers[layer].z[unit], 12)
        expect(sum?.z).toBe(layers[layer].z[unit])
      }
    }
  })

  it('of a regression is in the data’s own units', () => {
    const mass = runContext('penguins', 'body_mass_g', { task: 'regression', loss: { kind: 'mean-squared-error' } })
    const {
      targets: [target]
    } = predictionView(mass, { sample: { kind: 'row', place }, unit: null })
    expect(target.kind === 'number' && target.value).toBeGreaterThan(1000)
  })

  it('is refused for what is not there', () => {
    const row = (index: number) => ({ kind: 'row', place: { side: 'test', index } }) as const
    expect(() => predictionView(iris, { sample: row(1e6), unit: null })).toThrow(expect.objectContaining({ code: 'request.invalid' }))
    expect(() => predictionView(iris, { sample: row(0), unit: { layer: 2, unit: 0 } })).toThrow(
      expect.objectContaining({ code: 'request.invalid' })
    )
    expect(() => predictionView(iris, { sample: { kind: 'typed', cells: {} }, unit: null })).toThrow(
      expect.objectContaining({ code: 'data.sample-missing' })
    )
  })
})
