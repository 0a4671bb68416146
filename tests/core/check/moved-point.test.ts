import { describe, expect, it } from 'vitest'
import { copyParameters, forward, matrixFrom, namedTensors, totalLoss, zeros, type GradientCheckOptions } from '#core'
import { CheckedLoss } from '../../../src/core/check/checked-loss'
import { ordinaryProblem } from '../../support/check-problems'
import { normalMatrix } from '../../support/problems'

/** The quotient from two complete passes. */
function complete(
  { network, objective, parameters, batch }: GradientCheckOptions,
  move: (sign: number) => (t: number, e: number) => number,
  h: number
) {
  const at = (sign: number) => {
    const moved = copyParameters(parameters)
    namedTensors(moved).forEach(({ matrix: { data } }, t) => data.forEach((_, e) => (data[e] += move(sign)(t, e))))
    return totalLoss(moved, forward(network, moved, batch.X), batch.targets, objective)
  }
  return (at(1) - at(-1)) / (2 * h)
}

const h = 1e-4

describe('a pass of which only what moves is computed', () => {
  it('gives the quotient of two complete passes, for every parameter of a hundred networks', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const problem = ordinaryProblem(seed)
      const loss = new CheckedLoss(problem)
      loss.tensors.forEach(({ matrix }, tensor) => {
        const element = seed % matrix.data.length
        const { numeric } = loss.byElement(tensor, element, h)
        const expected = complete(problem, (sign) => (t, e) => (t === tensor && e === element ? sign * h : 0), h)
        expect(Math.abs(numeric - expected), `network ${seed}`).toBeLessThan(1e-8 * Math.max(1, Math.abs(loss.value)))
      })
    }
  })

  it('gives that along a direction too', () => {
    for (let seed = 101; seed <= 160; seed++) {
      const problem = ordinaryProblem(seed)
      const loss = new CheckedLoss(problem)
      loss.tensors.forEach(({ matrix }, tensor) => {
        const u = normalMatrix(matrix.rows, matrix.columns, seed)
        const { numeric } = loss.quotient(loss.pathAlong(tensor, u), h)
        const expected = complete(problem, (sign) => (t, e) => (t === tensor ? sign * h * u.data[e] : 0), h)
        expect(Math.abs(numeric - expected), `network ${seed}`).toBeLessThan(1e-8 * Math.max(1, Math.abs(loss.value)))
      })
    }
  })

  it('leaves nothing behind: the same quotient again after others', () => {
    const loss = new CheckedLoss(ordinaryProblem(7))
    const first = loss.byElement(0, 0, h)
    loss.tensors.forEach((_, t) => loss.byElement(t, 0, h))
    expect(loss.byElement(0, 0, h)).toEqual(first)
  })
})

describe('a loss that stays still', () => {
  const network = {
    inputs: 1,
    layers: [
      { units: 1, activation: 'relu' },
      { units: 1, activation: 'linear' }
    ]
  } as const
  const objective = { loss: { kind: 'mean-squared-error' }, regularization: {} } as const
  const problem = (x: number, w: number, activation: 'relu' | 'tanh' = 'relu'): GradientCheckOptions => ({
    network: { ...network, layers: [{ units: 1, activation }, network.layers[1]] },
    objective,
    parameters: [matrixFrom([[w]]), matrixFrom([[1]])].map((W) => ({ W, b: zeros(1, 1) })),
    batch: { X: matrixFrom([[x]]), targets: { kind: 'values', values: matrixFrom([[2]]) } }
  })

  it('does so for a reason where the input is 0, the rectifier is off or the unit is dropped', () => {
    expect(new CheckedLoss(problem(0, 1)).byElement(0, 0, h).isStill).toBe(true)
    expect(new CheckedLoss(problem(1, -3)).byElement(0, 0, h).isStill).toBe(true)
    expect(new CheckedLoss({ ...problem(1, 1), masks: [matrixFrom([[0]]), null] }).byElement(0, 0, h).isStill).toBe(true)
  })

  it('does not where rounding alone hides the change, or where it moves', () => {
    const saturated = new CheckedLoss(problem(1, 40, 'tanh')).byElement(0, 0, h)
    expect([saturated.numeric, saturated.isStill]).toEqual([0, false])
    expect(new CheckedLoss(problem(1, 1)).byElement(0, 0, h).isStill).toBe(false)
  })
})
