import { describe, expect, it } from 'vitest'
import { graphOf, toRows, walkProgram, type Walk, type WalkProblem } from '#core'
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

describe('the program of a walk', () => {
  const written = walks.filter(([, walk]) => programOf(walk) !== null)

  it.each(written)('gives the loss of the walk: %s', (_id, walk) => {
    const program = programOf(walk)
    const { value } = graphOf(program?.text ?? '', inputsOf(walk, program?.inputs ?? []))
    expect(value).toBeCloseTo(walk.tensors.get('L')?.matrix.data[0] ?? NaN, 12)
  })

  it('is there for every case but those with class weights or the hinge loss', () => {
    const without = walks.filter(([, walk]) => programOf(walk) === null).map(([, { problem }]) => problem.objective.loss)
    for (const { kind, classWeights } of without) expect(kind === 'multiclass-hinge' || classWeights !== undefined).toBe(true)
    expect(written.length).toBeGreaterThan(15)
  })
})
