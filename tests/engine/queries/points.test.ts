import { describe, expect, it } from 'vitest'
import { evaluate } from '#core'
import { viewAnswers } from '../../../src/engine/queries/answers'
import { viewHidden } from '../../../src/engine/queries/hidden'
import { viewPoints } from '../../../src/engine/queries/points'
import { sampleTable } from '../../support/tables'
import { iris, mass } from './run-context'

describe('the points', () => {
  it('are the rows of all sides with their true answers', () => {
    const { x, truth, sides, lines, rows } = viewPoints(mass, { x: 0, y: 1, target: 0 })
    const { prepared } = mass
    expect(rows).toBe(prepared.train.rows.length + prepared.test.rows.length)
    expect([x.length, lines.length]).toEqual([rows, rows])
    expect(sides.filter((side) => side === 0)).toHaveLength(prepared.train.rows.length)
    const masses = sampleTable('penguins').columns.find(({ name }) => name === 'body_mass_g')
    expect(truth[0]).toBeCloseTo(masses?.values[prepared.train.rows[0]] ?? NaN, 1)
  })

  it('have answers that are right as often as the accuracy says', () => {
    const { answers } = viewAnswers(iris, { target: 0 })
    const { truth, sides } = viewPoints(iris, { x: 0, y: 1, target: 0 })
    const right = truth.filter((one, i) => sides[i] === 0 && answers.kind === 'classes' && answers.chosen[i] === one).length
    const { prepared, trainer } = iris
    const { metric } = evaluate(trainer.network, trainer.parameters, prepared.train, prepared.loss)
    expect(right / prepared.train.rows.length).toBeCloseTo(metric, 12)
  })

  it('lie between −1 and 1 in a hidden layer of tanh', () => {
    const { x, y } = viewHidden(iris, { layer: 0, x: 0, y: 5 })
    expect([x.length, y.length]).toEqual([150, 150])
    expect([...x, ...y].every((a) => Math.abs(a) < 1)).toBe(true)
  })
})
