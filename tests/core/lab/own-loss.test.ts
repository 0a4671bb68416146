import { describe, expect, it } from 'vitest'
import { gradientsBySteps, rightSteps } from '#core'
import { fitsDifferences, sampledPlaces } from '../../../src/core/lab/own-loss'
import { lessonProblem } from '../../support/python-inside'

const gradients = gradientsBySteps(lessonProblem('L000'), rightSteps)
const places = sampledPlaces(gradients)
const exact = places.map(([layer, key, index]) => gradients[layer][key]?.data[index] ?? NaN)

describe('the elements that are compared', () => {
  it('are all of a small network, with the biases', () => {
    expect(places).toHaveLength(27)
    expect(exact.every(Number.isFinite)).toBe(true)
  })

  it('are spread over a large tensor', () => {
    const W = { rows: 100, columns: 10, data: new Float64Array(1000) }
    const indices = sampledPlaces([{ W, b: null }]).map(([, , index]) => index)
    expect(indices).toHaveLength(24)
    expect([indices[0], indices.at(-1)]).toEqual([0, 958])
  })
})

describe('gradients against the derivative of a loss', () => {
  it('fit where all differences agree', async () => {
    expect(await fitsDifferences(gradients, places, 1, () => Promise.resolve(exact))).toBe(true)
  })

  it('fit where a kink lies within the first step alone', async () => {
    const answers = (step: number) => Promise.resolve(step === 1e-5 ? exact.map((x, i) => (i === 3 ? x / 2 : x)) : exact)
    expect(await fitsDifferences(gradients, places, 1, answers)).toBe(true)
  })

  it.each([0.5, NaN])('do not fit where one stays off: %s', async (factor) => {
    const off = exact.map((x, i) => (i === 3 ? x * factor : x))
    expect(await fitsDifferences(gradients, places, 1, () => Promise.resolve(off))).toBe(false)
  })

  it('are not judged where the program fails meanwhile', async () => {
    expect(await fitsDifferences(gradients, places, 1, () => Promise.resolve(null))).toBeNull()
  })
})
