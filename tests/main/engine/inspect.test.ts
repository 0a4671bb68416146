import { describe, expect, it } from 'vitest'
import { createTrainer, evaluate, LabError, prepare, suggestSettings, type Settings } from '#core'
import {
  viewAnswers,
  viewHidden,
  viewInputs,
  viewNetwork,
  viewPlane,
  viewPoints,
  viewSample,
  viewUnit,
  type Inspected
} from '../../../src/main/engine/inspect'
import { sampleTable, type SampleName } from '../../support/tables'

function inspected(name: SampleName, target: string, changes: Partial<Settings> = {}): Inspected {
  const table = sampleTable(name)
  const settings = { ...suggestSettings(table, { target }), ...changes }
  const prepared = prepare(table, settings)
  return { prepared, trainer: createTrainer(prepared, settings) }
}

const iris = inspected('iris', 'species')
for (let epoch = 0; epoch < 20; epoch++) iris.trainer.trainEpoch()
const mass = inspected('penguins', 'body_mass_g', { task: 'regression', loss: { kind: 'mean-squared-error' } })
mass.trainer.trainEpoch()
const sample = { side: 'train', index: 0 } as const

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
    const large = inspected('iris', 'species', { hidden: [{ units: 512, activation: 'relu' }, { units: 512, activation: 'relu' }] })
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

describe('one row', () => {
  it('has its inputs as in the file, and probabilities that add up to 1', () => {
    const { line, inputs, answers, truths } = viewSample(iris, { sample })
    const table = sampleTable('iris')
    const row = iris.prepared.train.rows[0]
    expect(line).toBe(table.lines[row])
    iris.prepared.inputs.forEach((name, i) => {
      expect(inputs[i]).toBeCloseTo(table.columns.find((column) => column.name === name)?.values[row] ?? NaN, 5)
    })
    expect(answers.reduce((sum, p) => sum + p)).toBeCloseTo(1, 6)
    expect(truths).toHaveLength(1)
  })

  it('goes through the network as the drawing and its units say', () => {
    const { layers } = viewNetwork(iris, { sample, room: 30 })
    expect(layers.map(({ units }) => units)).toEqual([4, 16, 3])
    const unit = viewUnit(iris, { sample, layer: 0, unit: 3 })
    expect(Math.fround(unit.a)).toBe(layers[1].activations[3])
    const output = viewUnit(iris, { sample, layer: 1, unit: 2 })
    expect(Math.fround(output.probability ?? NaN)).toBeCloseTo(layers[2].activations[2], 6)
  })
})

it('what is not there is refused', () => {
  for (const ask of [
    () => viewUnit(iris, { sample, layer: 2, unit: 0 }),
    () => viewUnit(iris, { sample, layer: 0, unit: 16 }),
    () => viewNetwork(iris, { sample: { side: 'validation', index: 0 }, room: 10 }),
    () => viewPlane(iris, { x: 4, y: 0, held: [], target: 0, cells: 20 }),
    () => viewPoints(iris, { x: 0, y: 0, target: 1 }),
    () => viewHidden(iris, { layer: 0, x: 0, y: 16 })
  ]) {
    expect(ask).toThrow(LabError)
  }
})
