import { describe, expect, it } from 'vitest'
import { lessonCase, readAnswers, type NetworkCase } from '#core'

const svm = lessonCase('L003svm') as NetworkCase
const other = { ...svm, id: 'other' }
const W = [
  [-4, 2, 2],
  [-2, 1, 1]
]

describe('a file of answers', () => {
  it('may be one answer without an id, or a list by id in any order', () => {
    const [only] = readAnswers(JSON.stringify({ loss: 2.5, gradients: [{ W }] }), [svm])
    expect(only.loss).toBe(2.5)
    expect([...only.gradients[0].W.data]).toEqual(W.flat())
    const list = JSON.stringify([
      { id: 'other', gradients: [{ W }] },
      { id: 'L003svm', loss: 1, gradients: [{ W }] }
    ])
    expect(readAnswers(list, [svm, other]).map(({ loss }) => loss)).toEqual([1, null])
  })

  it.each<[string, unknown, string]>([
    ['a missing answer', [{ id: 'other', gradients: [{ W }] }], 'There is no answer to the case `L003svm`'],
    ['a matrix of another shape', { gradients: [{ W: [[1, 2, 3]] }] }, 'gradients[0].W'],
    ['no gradients', { loss: 2.5 }, 'gradients'],
    ['a NaN', { gradients: [{ W: [W[0], [null, 1, 1]] }] }, 'W[1][0]']
  ])('names the place of %s', (_title, content, place) => {
    expect(() => readAnswers(JSON.stringify(content), [svm])).toThrow(place)
  })
})
