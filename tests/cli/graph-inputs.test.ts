import { describe, expect, it } from 'vitest'
import { readGraphInputs } from '../../src/cli/graph-inputs'
import { refusalOf } from '../support/tables'

describe('the inputs of a graph', () => {
  it.each([
    ['x=-2,y=5', { x: -2, y: 5 }],
    [
      'x=[1;2],A=[1,2;3,4], 学习率 = 0.1',
      {
        x: [[1], [2]],
        A: [
          [1, 2],
          [3, 4]
        ],
        学习率: 0.1
      }
    ],
    ['x＝【1，2】，y＝2', { x: [[1, 2]], y: 2 }],
    ['', {}]
  ])('%s', (text, inputs) => {
    expect(readGraphInputs(text)).toEqual(inputs)
  })

  it.each(['x', 'x=', '=1', 'x=1=2', 'x=[1,2', 'x=[a]', 'x=1e999'])('%s is refused', (text) => {
    expect(refusalOf(() => readGraphInputs(text)).code).toBe('flag.pairs')
  })
})
