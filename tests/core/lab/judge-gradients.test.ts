import { describe, expect, it } from 'vitest'
import {
  fromTheOutput,
  judgeGradients,
  lessonCase,
  lessonCaseNames,
  mistakenGradients,
  type BackwardProblem,
  type MistakeName
} from '#core'

function problemOf(name: string): BackwardProblem {
  const found = lessonCase(name)
  if (!found) throw new Error(`no case ${name}`)
  const { network, objective, parameters, samples } = found
  return { network, objective, parameters, batch: samples }
}

function judged(name: string, ...made: MistakeName[]) {
  const problem = problemOf(name)
  const gradients = mistakenGradients(
    problem,
    made.map((one) => ({ name: one, layer: null }))
  )
  return judgeGradients(problem, { loss: null, gradients })
}

describe('the judgement of gradients from outside', () => {
  it('names the first wrong tensor in the order from the output back', () => {
    const { tensors, firstWrong } = judged('L000', 'unmasked-relu')
    const order = fromTheOutput(tensors)
    expect(order.map(({ name }) => name)).toEqual(['W2', 'b2', 'W1', 'b1'])
    expect(order.find(({ failed }) => failed > 0)?.name).toBe(firstWrong)
    expect(fromTheOutput([{ name: 'W2' }, { name: 'W10' }]).map(({ name }) => name)).toEqual(['W10', 'W2'])
  })

  it.each(lessonCaseNames)('finds nothing wrong with right ones: %s', (name) => {
    expect(judged(name)).toMatchObject({ firstWrong: null, mistakes: [], loss: { student: null, agrees: true } })
  })

  it('names the first wrong tensor from the output back, and the mistake in both languages', () => {
    const { firstWrong, mistakes, sentence } = judged('L000', 'unmasked-relu')
    expect({ firstWrong, mistakes }).toEqual({ firstWrong: 'W1', mistakes: ['unmasked-relu'] })
    expect(sentence.en).toBe(
      '12 of 27 gradients are wrong; going back from the output, the first are in W1. They equal those of a backward pass with this mistake: ReLU passes every gradient.'
    )
    expect(sentence.zh).toContain('ReLU 让全部梯度通过')
  })

  it.each<[string, MistakeName, string]>([
    ['L000', 'lost-mean', 'W2'],
    ['L000', 'bias-of-all', 'b2'],
    ['L002', 'output-slope', 'W3'],
    ['L002', 'slope-at-activation', 'W2'],
    ['L004', 'mean-over-rows', 'W2'],
    ['L001w3', 'positive-weight-ignored', 'W2']
  ])('%s with %s', (name, mistake, tensor) => {
    const { firstWrong, mistakes } = judged(name, mistake)
    expect({ firstWrong, mistakes }).toEqual({ firstWrong: tensor, mistakes: [mistake] })
  })

  it('names two mistakes at once', () => {
    const { mistakes, sentence } = judged('L000', 'half-regularizer', 'bias-averaged')
    expect([...mistakes].sort()).toEqual(['bias-averaged', 'half-regularizer'])
    expect(sentence.zh).toContain('两处错误')
  })

  it('says where to look when no mistake is known', () => {
    const problem = problemOf('L004')
    const gradients = mistakenGradients(problem, [])
    gradients[1].W.data[2] += 0.5
    const { firstWrong, mistakes, sentence } = judgeGradients(problem, { loss: null, gradients })
    expect({ firstWrong, mistakes }).toEqual({ firstWrong: 'W2', mistakes: [] })
    expect(sentence.en).toContain('Look first at the line that computes W2.')
  })

  it('tells a wrong loss from wrong gradients', () => {
    const problem = problemOf('L003svm')
    const { loss, firstWrong, sentence } = judgeGradients(problem, { loss: 3.5, gradients: mistakenGradients(problem, []) })
    expect(loss).toEqual({ student: 3.5, engine: 2.5, agrees: false })
    expect(firstWrong).toBeNull()
    expect(sentence.en).toMatch(/^The loss is 3.5, and should be 2.5. No gradient is wrong/)
  })
})
