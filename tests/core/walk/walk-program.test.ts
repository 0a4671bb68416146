import { describe, expect, it } from 'vitest'
import { graphOf, toRows, walkProgram, type LossSpec, type TensorValue, type Walk, type WalkProblem } from '#core'
import { disagreement } from '../../support/reference'
import { referenceWalks, walksOf } from '../../support/walks'

const walks = referenceWalks().map(({ case: given }) => [given.id, walksOf(given)[0]] as const)

function programOf({ problem, tensors }: Walk) {
  const dropped = new Set([...tensors.keys()].flatMap((id) => (/^M\d+$/.test(id) ? [Number(id.slice(1))] : [])))
  return walkProgram({ network: problem.network, objective: problem.objective, size: problem.batch.X.rows, dropped })
}

function inputsOf({ tensors, problem }: Walk, names: readonly string[]): Record<string, number[][]> {
  const labels = (targets: WalkProblem['batch']['targets']) =>
    targets.kind === 'classes' ? Array.from(targets.classes, (label) => [label]) : []
  return Object.fromEntries(
    names.map((name) => {
      const matrix = tensors.get(name)?.matrix
      return [name, matrix ? toRows(matrix) : labels(problem.batch.targets)]
    })
  )
}

const flat = (value: TensorValue | undefined): number[] => [value ?? []].flat(2)

describe('the program of a walk', () => {
  it.each(walks)('gives the loss of the walk and its gradients: %s', (_id, walk) => {
    const { text, inputs } = programOf(walk)
    const { value, gradients } = graphOf(text, inputsOf(walk, inputs))
    expect(disagreement(flat(value), flat(walk.tensors.get('L')?.matrix.data[0]))).toBeLessThan(1e-12)
    const parameters = inputs.filter((name) => /^[Wb]\d+$/.test(name))
    expect(parameters.length).toBeGreaterThan(0)
    for (const name of parameters) {
      const expected = walk.tensors.get(`d${name}`)
      expect(disagreement(flat(gradients?.[name]), flat(expected && toRows(expected.matrix)))).toBeLessThan(1e-12)
    }
  })

  it('has been tried with class weights, with a positive weight, and with the hinge loss', () => {
    const losses = walks.map(([, { problem }]) => problem.objective.loss)
    for (const isSuch of [
      ({ classWeights }: LossSpec) => classWeights !== undefined,
      ({ positiveWeight }: LossSpec) => positiveWeight !== undefined,
      ({ kind }: LossSpec) => kind === 'multiclass-hinge'
    ])
      expect(losses.filter(isSuch).length).toBeGreaterThan(0)
  })
})
