import { describe, expect, it } from 'vitest'
import { forward, gradientsBySteps, rightSteps, type Matrix, type SolvedNetwork } from '#core'
import { judgeStages } from '../../../src/core/lab-marks/judge-stages'
import type { AtLayer, BackwardSteps } from '../../../src/core/mistakes/backward-steps'
import { lessonProblem } from '../../support/python-inside'

const problem = lessonProblem('L000')
const names = ['ds', 'dW2', 'db2', 'dZ', 'dW1', 'db1']

/** A backward pass with a step got wrong, and what it kept: ds and dZ. */
function solvedWith(changes: Partial<BackwardSteps>): SolvedNetwork {
  const seen = new Map<string, Matrix>()
  const steps: BackwardSteps = { ...rightSteps, ...changes }
  const keep = (gradZ: Matrix, at: AtLayer) => void seen.set(at.layer === 1 ? 'ds' : 'dZ', gradZ)
  const gradients = gradientsBySteps(problem, {
    ...steps,
    weightGradient(gradZ, at) {
      keep(gradZ, at)
      return steps.weightGradient(gradZ, at)
    }
  })
  return { problem, loss: 0, gradients, seen }
}

const doubled = (matrix: Matrix): Matrix => ({ ...matrix, data: matrix.data.map((x) => 2 * x) })
const judged = (changes: Partial<BackwardSteps>, carry = true) => judgeStages(solvedWith(changes), names, carry).join(' ')

describe('the stages of a backward pass', () => {
  it('are right where it is', () => {
    expect(judged({})).toBe('right right right right right right')
  })

  it('are carried after a wrong ∂loss/∂Z of the output', () => {
    expect(judged({ outputGradient: (at) => doubled(rightSteps.outputGradient(at)) })).toBe('wrong carried carried carried carried carried')
  })

  it('are wrong after it where nothing is carried', () => {
    expect(judged({ outputGradient: (at) => doubled(rightSteps.outputGradient(at)) }, false)).toBe('wrong wrong wrong wrong wrong wrong')
  })

  it('are carried after a wrong slope, which spoils nothing before it', () => {
    expect(judged({ throughActivation: (at) => at.upstream })).toBe('right right right wrong carried carried')
  })

  it('are each wrong alone where one product is', () => {
    expect(judged({ weightPenalty: (W) => doubled(W) })).toBe('right wrong right right wrong right')
    expect(
      judged({ biasGradient: (gradZ) => ({ ...rightSteps.biasGradient(gradZ, {} as AtLayer), data: new Float64Array(gradZ.columns) }) })
    ).toBe('right right wrong right right wrong')
  })

  it('are wrong where nothing was kept and the numbers are', () => {
    const solved = solvedWith({ outputGradient: (at) => doubled(rightSteps.outputGradient(at)) })
    expect(judgeStages({ ...solved, seen: new Map() }, names, true)).toEqual(names.map(() => 'wrong'))
  })

  it('of a kept value are right where the products of its layer are, as without 1/N', () => {
    const solved = solvedWith({})
    const ds = solved.seen.get('ds')
    if (!ds) throw new Error('no ds')
    expect(judgeStages({ ...solved, seen: new Map([['ds', doubled(ds)]]) }, ['ds'], true)).toEqual(['right'])
  })

  it('judge the loss, and a stage that the network has not', () => {
    expect(judgeStages({ ...solvedWith({}), loss: 1 }, ['loss', 'dW7'], true)).toEqual(['wrong', 'wrong'])
  })

  it('see no kept value of another shape', () => {
    const { X } = problem.batch
    const solved = solvedWith({ outputGradient: (at) => doubled(rightSteps.outputGradient(at)) })
    expect(judgeStages({ ...solved, seen: new Map([['ds', X]]) }, ['dW2'], true)).toEqual(['wrong'])
    expect(forward(problem.network, problem.parameters, X)).toHaveLength(2)
  })
})
