import { describe, expect, it } from 'vitest'
import { readCases } from '../../../src/core/cases/reader'
import { solveWalkCase, solveWalkCaseTask } from '../../../src/core/cases/walk-case'
import { referenceWalks } from '../../support/walks'

const references = referenceWalks().map((one) => [one.case.id, one] as const)
const walksIn = (given: unknown) => {
  const answer = solve(given)
  if (!('walks' in answer)) throw new Error(answer.error.message)
  return answer.walks
}
const solve = (given: unknown) => solveWalkCase(readCases(JSON.stringify([given]))[0])

describe('a case of a walk', () => {
  it.each(references)('is answered number by number, for each of its steps: %s', (id, { case: given, walks }) => {
    expect(solve(given).id).toBe(id)
    const answers = walksIn(given)
    expect(answers).toHaveLength(walks.length)
    walks.forEach((walk, k) => {
      const ours = new Map(answers[k].steps.map((step) => [step.id, step]))
      for (const theirs of walk) {
        const step = ours.get(theirs.id)
        expect(step).toMatchObject({ phase: theirs.phase, shape: theirs.shape })
        const within = 1e-12 * Math.max(1, ...theirs.value.flat().map(Math.abs))
        theirs.value.forEach((row, i) =>
          row.forEach((x, j) => expect(Math.abs((step?.value[i][j] ?? NaN) - x)).toBeLessThanOrEqual(within))
        )
      }
    })
  })

  const [, { case: plain }] = references[0]

  it('may limit the norm of the gradients', () => {
    const steps = walksIn({ ...plain, clip: 0.1 })[0].steps
    const numberOf = (id: string) => steps.find((step) => step.id === id)?.value[0][0] ?? NaN
    expect(numberOf('clip')).toBeCloseTo(0.1 / numberOf('norm'), 12)
  })

  it('takes one step unless it says otherwise', () => {
    expect(walksIn({ ...plain, steps: undefined })).toHaveLength(1)
  })

  it.each([
    [{ masks: [[[1, 1]], null] }, '[0].masks[0]'],
    [{ steps: 0 }, '[0].steps'],
    [{ optimizer: { kind: 'sgd', learningRate: 0.1, speed: 1 } }, '[0].optimizer.speed']
  ])('is refused with the place: %j', (change, place) => {
    expect(() => solve({ ...plain, ...change })).toThrow(place)
  })

  it('names the number that is not finite', () => {
    const { parameters } = plain
    const huge = [{ ...parameters[0], W: parameters[0].W.map((row) => row.map(() => 1e308)) }, parameters[1]]
    // In the first row only a product would overflow, not the sum that it is rounded with.
    expect(solve({ ...plain, parameters: huge })).toEqual({
      id: plain.id,
      error: { code: 'case.walk-not-finite', message: '[0]: the number in row 1, column 0 of Z1 is not finite' }
    })
  })
})

describe('a case of several steps', () => {
  it('stops after each of them', () => {
    const [, { case: given }] = references[0]
    const [field] = readCases(JSON.stringify([{ ...given, steps: 3 }]))
    expect([...solveWalkCaseTask(field)]).toEqual([1, 1, 1])
  })
})
