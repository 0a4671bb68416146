import { describe, expect, it } from 'vitest'
import { backward, forward, lessonCase, lessonCaseNames, totalLoss } from '#core'
import { disagreement, flat, readCases, type GradientCase } from '../../support/reference'

describe('the worked examples of the lessons', () => {
  const reference = readCases<GradientCase>('lesson-cases.json')

  it('are those of the reference', () => expect(lessonCaseNames).toEqual(reference.map(({ id }) => id)))

  it.each(reference)('have the loss and the gradients of PyTorch: $id', ({ id, expected }) => {
    const found = lessonCase(id)
    expect(found).not.toBeNull()
    if (!found) return
    const { network, parameters, objective, samples } = found
    const cache = forward(network, parameters, samples.X)
    expect(disagreement([totalLoss(parameters, cache, samples.targets, objective)], [expected.loss])).toBeLessThanOrEqual(1e-9)
    const { gradients } = backward(network, parameters, cache, samples.targets, objective)
    for (const [l, { W, b }] of gradients.entries()) {
      expect(disagreement(flat(W), expected.gradients[l].W.flat())).toBeLessThanOrEqual(1e-9)
      expect(disagreement(flat(b), expected.gradients[l].b ?? [])).toBeLessThanOrEqual(1e-9)
    }
  })

  it('do not exist under other names', () => expect(lessonCase('L999')).toBeNull())
})
