import { describe, expect, it } from 'vitest'
import { copyParameters, Walk, walkMarkdown, type Objective } from '#core'
import { networkOf } from '../../support/problems'
import { randomProblem, referenceWalks, walksOf } from '../../support/walks'

const softmax: Objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: {} }

function reference(id: string): Walk {
  const found = referenceWalks().find((one) => one.case.id === id)
  if (!found) throw new Error(`no case ${id}`)
  return walksOf(found.case)[0]
}

describe('a walk as Markdown', () => {
  const text = walkMarkdown(reference('softmax-2-3-2'), 'en', ['- a heading'])

  it('has its phases in order, and what is given first', () => {
    const headings = text.split('\n').filter((line) => line.startsWith('## '))
    expect(headings).toEqual(['## Given', '## Forward pass', '## Loss', '## Backward pass', '## Update'])
    expect(text).toContain('- a heading')
  })

  it('writes out a number with its difference quotient; rounded numbers carry ≈', () => {
    expect(text).toContain('`−0.185−0.78` = −0.965')
    expect(text).toContain('Element (1, 0), counted from 0: `(0.7241−0)/2` ≈ 0.3621 · central difference ≈ 0.3621')
    expect(text).toContain('Z^{[1]}=\\begin{pmatrix}-0.7&-1.2&0.85\\\\0.95&0.05&0.2\\end{pmatrix}_{2\\times 3}')
    expect(text).toContain('p_{ij}\\approx \\begin{pmatrix}0.4025&0.5975\\\\0.7241&0.2759\\end{pmatrix}')
  })

  it('says why p − y, and marks the long way', () => {
    expect(text).toContain('everything cancels but p − y')
    expect(text).toContain('### dP (the long way)')
  })

  it('speaks Chinese', () => {
    const chinese = walkMarkdown(reference('softmax-2-3-2'), 'zh')
    expect(chinese).toContain('## 反向传播')
    expect(chinese).toContain('元素 (1, 0)（从 0 数起）')
    expect(chinese).toContain('，因为 ')
  })

  it('shows of a large matrix the first three and the last, and of a long sum the three largest terms', () => {
    const walk = new Walk(randomProblem({ network: networkOf([20, 12, 2], 'relu', 'softmax-cross-entropy'), objective: softmax, rows: 30 }))
    const long = walkMarkdown(walk, 'en')
    expect(long).toContain('\\cdots')
    expect(long).toMatch(/\+\[18 more: −?[\d.]+]` ≈/)
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThan(600)
  })

  it('goes on past a number that is not finite, with – after it', () => {
    const problem = randomProblem({ network: networkOf([2, 3, 2], 'relu', 'softmax-cross-entropy'), objective: softmax })
    const overflowing = copyParameters(problem.parameters)
    for (const { W } of overflowing) W.data.fill(1e200)
    problem.batch.X.data.fill(1)
    const lost = walkMarkdown(new Walk({ ...problem, parameters: overflowing }), 'en')
    expect(lost).toContain('The number in row 0, column 0 of Z2 is not finite')
    expect(lost).toContain('\\frac{\\partial L}{\\partial b^{[1]}}=\\begin{pmatrix}–&–&–\\end{pmatrix}')
    expect(lost).not.toContain('NaN')
  })
})
