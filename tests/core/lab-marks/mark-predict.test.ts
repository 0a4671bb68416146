import { describe, expect, it } from 'vitest'
import { markPredict, predictTruth, type PredictTask } from '#core'
import { lessonProblem } from '../../support/python-inside'

const task: PredictTask = { kind: 'predict', answer: { engine: 'L000.Z1[0,0]' }, tolerance: 0.01, tries: 2, then: 'reveal' }
const section = { id: 'q1', points: 3 }
const marked = (...texts: string[]) =>
  markPredict(
    section,
    task,
    texts.map((text) => ({ text })),
    null
  )

describe('the mark of a prediction', () => {
  it('is full within the tolerance of 2.125', () => {
    expect(marked('2.13')).toMatchObject({ section: 'q1', points: 3, of: 3 })
    expect(marked(' ２.１２５ ').points).toBe(3)
  })

  it('is full where a later allowed try is right, and says which', () => {
    expect(marked('2', '2.125')).toMatchObject({ points: 3, sentences: [{ en: '2.125 is right (try 2): the value is 2.125.' }] })
  })

  it('is 0 beyond the tolerance, beyond the tries, for a text, and without an answer', () => {
    expect([marked('2.14'), marked('1', '2', '2.125'), marked('two'), marked()].map(({ points }) => points)).toEqual([0, 0, 0, 0])
  })

  it('says 0 where rounding is left of what cancels', () => {
    const { points, sentences } = markPredict(section, { ...task, answer: { engine: 'L000.db2.sum' } }, [{ text: '0' }], null)
    expect([points, sentences[0].en]).toEqual([3, '0 is right (try 1): the value is 0.'])
  })

  it('is of a person where the engine has no value', () => {
    expect(markPredict(section, { ...task, answer: { engine: 'loss' } }, [{ text: '1' }], null).points).toBeNull()
  })
})

describe('the truth of a prediction', () => {
  it('is the number of the lab, or that of the student’s own network', () => {
    expect(predictTruth({ ...task, answer: { number: 0.25 } }, null)).toBe(0.25)
    expect(predictTruth({ ...task, answer: { engine: 'check.W1[0,0]' } }, lessonProblem('L000'))).toBe(
      predictTruth({ ...task, answer: { engine: 'L000.dW1[0,0]' } }, null)
    )
  })
})
