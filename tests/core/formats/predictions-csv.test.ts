import { describe, expect, it } from 'vitest'
import { ln } from '../../../src/core/math/ln'
import { matrixFrom, predictionsCsv, readCsv, type Pipeline } from '#core'

const tableOf = (text: string) => readCsv(new TextEncoder().encode(text))
const pipelineFor = (...targets: Pipeline['targets']): Pipeline => ({
  features: [],
  targets,
  scaling: 'standard',
  missing: 'drop',
  encode: 'one-hot'
})

// A cell of two lines: the row below it stands on line 5.
const table = tableOf('note,label,mass\n"one\ntwo",-1,0.1\nx,=sum,2\ny,+b,1e3\n')
const rows = Int32Array.of(1, 2)

describe('predictionsCsv', () => {
  it('turns scores into probabilities and predicts the largest, the first of equals', () => {
    const text = predictionsCsv({
      table,
      pipeline: pipelineFor({ kind: 'classes', name: 'label', classes: ['-1', '=sum', '+b'] }),
      loss: { kind: 'softmax-cross-entropy' },
      rows,
      outputs: matrixFrom([
        [0, ln(2), ln(1)],
        [0, 0, 0]
      ])
    })
    expect(text.split('\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      'row,truth,prediction',
      "4,'=sum,'=sum",
      "5,'+b,-1",
      ''
    ])
    const [header, first, second] = text.split('\n').map((line) => line.split(',').slice(3))
    expect(header).toEqual(['probability_-1', 'probability_=sum', 'probability_+b'])
    expect(first.map(Number)).toEqual([expect.closeTo(0.25, 15), expect.closeTo(0.5, 15), expect.closeTo(0.25, 15)])
    expect(new Set(second).size).toBe(1)
  })

  it('reads one output as the probability of the second class, predicted from one half on', () => {
    const text = predictionsCsv({
      table,
      pipeline: pipelineFor({ kind: 'classes', name: 'note', classes: ['x', 'y'] }),
      loss: { kind: 'binary-cross-entropy' },
      rows,
      outputs: matrixFrom([[0.5], [0.25]])
    })
    expect(text).toBe('row,truth,prediction,probability_x,probability_y\n4,x,y,0.5,0.5\n5,y,x,0.75,0.25\n')
  })

  it("gives numbers in the data's own units, the truth as it was read and not as it was scaled", () => {
    const text = predictionsCsv({
      table,
      pipeline: pipelineFor({ kind: 'number', name: 'mass', mean: 100, scale: 3 }),
      loss: { kind: 'mean-squared-error' },
      rows: Int32Array.of(0, 2),
      outputs: matrixFrom([[-1], [0.5]])
    })
    expect(text).toBe('row,truth,prediction\n2,0.1,97\n5,1000,101.5\n')
  })
})

describe('predictions for several targets', () => {
  const answers = tableOf('x,sick,tired,m\n1,yes,0,5\n2,no,1,NA\n')
  const two = Int32Array.of(0, 1)

  it('name each in the header, a label with its probability', () => {
    const text = predictionsCsv({
      table: answers,
      pipeline: pipelineFor({ kind: 'label', name: 'sick', classes: ['no', 'yes'] }, { kind: 'label', name: 'tired', classes: ['0', '1'] }),
      loss: { kind: 'binary-cross-entropy' },
      rows: two,
      outputs: matrixFrom([
        [0.75, 0.25],
        [0.5, 0.125]
      ])
    })
    expect(text).toBe(
      'row,truth_sick,prediction_sick,probability_sick,truth_tired,prediction_tired,probability_tired\n2,yes,yes,0.75,0,0,0.25\n3,no,yes,0.5,1,0,0.125\n'
    )
  })

  it('give each number in its own units, and an empty truth where there is none', () => {
    const text = predictionsCsv({
      table: answers,
      pipeline: pipelineFor({ kind: 'number', name: 'm', mean: 1, scale: 2 }, { kind: 'number', name: 'gone', mean: 0, scale: 1 }),
      loss: { kind: 'mean-squared-error' },
      rows: two,
      outputs: matrixFrom([
        [1, 3],
        [2, 4]
      ])
    })
    expect(text).toBe('row,truth_m,prediction_m,prediction_gone\n2,5,3,3\n3,,5,4\n')
  })
})
