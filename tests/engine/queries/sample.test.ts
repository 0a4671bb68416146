import { describe, expect, it } from 'vitest'
import { viewNetwork } from '../../../src/engine/queries/network'
import { viewSample } from '../../../src/engine/queries/sample'
import { viewUnit } from '../../../src/engine/queries/unit'
import { sampleTable } from '../../support/tables'
import { iris, sample } from './run-context'

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
