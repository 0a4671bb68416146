import { describe, expect, it } from 'vitest'
import { checkGradients, GradientCheck, gradientCheckCsv, matrixFrom, verdicts } from '#core'

const options = {
  network: { inputs: 2, layers: [{ units: 1, activation: 'tanh' }] },
  objective: { loss: { kind: 'mean-squared-error' }, regularization: { l2: 0.1 } },
  parameters: [{ W: matrixFrom([[0.5], [-0.25]]), b: matrixFrom([[0.125]]) }],
  batch: {
    X: matrixFrom([
      [1, 2],
      [3, -1]
    ]),
    targets: { kind: 'values', values: matrixFrom([[0.5], [-0.5]]) }
  }
} as const

describe('gradientCheckCsv', () => {
  it('has one line a parameter, in order, with every figure of the report', () => {
    const report = checkGradients(options)
    const [header, ...lines] = gradientCheckCsv(report).trimEnd().split('\n')
    expect(header).toBe('tensor,row,column,value,analytic,numeric,absolute,relative,verdict')
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual([
      ['W1', '0', '0', '0.5'],
      ['W1', '1', '0', '-0.25'],
      ['b1', '0', '', '0.125']
    ])
    lines.forEach((line, p) => {
      const { analytic, numeric, absolute, relative, verdict } = report
      const figures = [analytic[p], numeric[p], absolute[p], relative[p]]
      expect(line.split(',').slice(4)).toEqual([...figures.map(String), verdicts[verdict[p]]])
    })
  })

  it('holds what was checked so far when the check was stopped', () => {
    const check = new GradientCheck(options)
    check.next()
    expect(gradientCheckCsv(check.report()).trimEnd().split('\n')).toHaveLength(2)
  })
})
