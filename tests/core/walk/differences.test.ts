import { describe, expect, it } from 'vitest'
import { Walk, type LossKind, type NotationName, type WalkProblem } from '#core'
import { networkOf } from '../../support/problems'
import { randomProblem } from '../../support/walks'

function walkOf(
  kind: LossKind,
  notation: NotationName = 'app',
  change: (problem: WalkProblem) => WalkProblem = (problem) => problem
): Walk {
  const regularization = { l2: 0.1 }
  return new Walk(
    change(randomProblem({ network: networkOf([2, 3, 2], 'tanh', kind), objective: { loss: { kind }, regularization }, notation }))
  )
}

const besides = (walk: Walk) => walk.steps.flatMap(({ id }) => (walk.cell({ step: id, row: 0, column: 0 }).difference ? [id] : []))

describe('a difference quotient', () => {
  it('stands beside every derivative, and beside nothing else', () => {
    const ofLayers = ['dW2', 'db2', 'dA1', 'slope1', 'dZ1', 'dW1', 'db1', 'dX']
    expect(besides(walkOf('softmax-cross-entropy'))).toEqual(['dP', 'dS', 'dZ2', ...ofLayers])
    expect(besides(walkOf('binary-cross-entropy'))).toEqual(['dA_out', 'slope_out', 'dZ_out', 'dZ2', ...ofLayers])
    expect(besides(walkOf('mean-squared-error'))).toEqual(['dA_out', 'slope2', 'dZ2', ...ofLayers])
  })

  it('is taken by a parameter with the regularizer, and by the product alone without one', () => {
    expect(besides(walkOf('huber'))).not.toContain('dW1.data')
    const plain = walkOf('huber', 'app', (problem) => ({ ...problem, objective: { ...problem.objective, regularization: {} } }))
    expect(besides(plain)).toContain('dW1.data')
  })

  it('follows a notation that leaves the mean to the products', () => {
    for (const step of ['dP', 'dS', 'dA1', 'dX']) {
      const [app, note] = (['app', '001'] as const).map((notation) =>
        walkOf('softmax-cross-entropy', notation).cell({ step, row: 1, column: 1 })
      )
      expect(note.difference?.numeric).toBeCloseTo(5 * (app.difference?.numeric ?? NaN), 8)
      expect(note.difference?.numeric).toBeCloseTo(note.value, 7)
    }
  })

  it('is taken with the masks that the step has', () => {
    const problem = randomProblem({
      network: {
        inputs: 2,
        layers: [
          { units: 6, activation: 'tanh', dropout: 0.5 },
          { units: 2, activation: 'linear' }
        ]
      },
      objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} }
    })
    const walk = new Walk(problem)
    for (const step of ['d(A1⊙M1)', 'dZ1', 'dX', 'dW1']) {
      for (let column = 0; column < 2; column++) {
        const { value, difference } = walk.cell({ step, row: 1, column })
        expect(difference?.numeric).toBeCloseTo(value, 7)
      }
    }
    expect(walk.tensors.get('M1')?.matrix.data.some((x) => x === 0)).toBe(true)
  })
})
