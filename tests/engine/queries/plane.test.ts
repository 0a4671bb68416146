import { describe, expect, it } from 'vitest'
import { viewInputs } from '../../../src/engine/queries/inputs'
import { viewPlane } from '../../../src/engine/queries/plane'
import { viewPoints } from '../../../src/engine/queries/points'
import { runContext, iris, mass } from './run-context'

describe('the plane', () => {
  const question = { x: 2, y: 3, held: [], target: 0, cells: 40 }

  it('shows every row inside its ends', () => {
    const { x, y } = viewPlane(iris, question)
    const points = viewPoints(iris, { x: 2, y: 3, target: 0 })
    expect(points.x.every((value) => value > x.low && value < x.high)).toBe(true)
    expect(points.y.every((value) => value > (y?.low ?? NaN) && value < (y?.high ?? NaN))).toBe(true)
  })

  it('has an answer for each cell, and follows the values that the other inputs are held at', () => {
    const chosen = (held: { input: number; value: number }[]) => {
      const { answers } = viewPlane(iris, { ...question, held })
      return answers.kind === 'classes' ? Array.from(answers.share) : []
    }
    expect(chosen([])).toHaveLength(1600)
    const means = viewInputs(iris).means
    const atMeans = chosen([{ input: 0, value: means[0] }])
    chosen([]).forEach((share, i) => expect(share).toBeCloseTo(atMeans[i], 5))
    expect(chosen([{ input: 0, value: 9 }])).not.toEqual(chosen([]))
  })

  it('is asked at fewer cells of a large network', () => {
    const wide = { units: 512, activation: 'relu' as const }
    const large = runContext('iris', 'species', { hidden: [wide, wide] }, 0)
    const { x, y } = viewPlane(large, { ...question, cells: 400 })
    expect(x.count).toBeLessThan(20)
    expect(y?.count).toBe(x.count)
  })

  it('of numbers is in the data’s own units, along one input too', () => {
    const { answers, y } = viewPlane(mass, { x: 0, y: null, held: [], target: 0, cells: 50 })
    expect(y).toBeNull()
    expect(answers.kind === 'values' && answers.values.every((value) => value > 1000 && value < 9000)).toBe(true)
    expect(answers.kind === 'values' && answers.values).toHaveLength(50)
  })
})
