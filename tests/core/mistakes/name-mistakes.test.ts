import { describe, expect, it } from 'vitest'
import {
  createRandom,
  mistakenGradients,
  nameMistakes,
  placedMistakes,
  practiceProblems,
  type ActivationName,
  type BackwardProblem,
  type LossSpec,
  type PlacedMistake
} from '#core'
import { studyMistakes } from '../../support/mistake-study'
import { networkOf, parametersFor, samplesFor } from '../../support/problems'

interface Kind {
  readonly title: string
  readonly sizes: readonly number[]
  readonly activation: ActivationName
  readonly loss: LossSpec
}

const kinds: readonly Kind[] = [
  { title: 'two layers, ReLU, softmax', sizes: [2, 4, 3], activation: 'relu', loss: { kind: 'softmax-cross-entropy' } },
  { title: 'two layers, tanh, mean squared error', sizes: [2, 3, 2], activation: 'tanh', loss: { kind: 'mean-squared-error' } },
  {
    title: 'two layers, ReLU, one sigmoid',
    sizes: [3, 2, 1],
    activation: 'relu',
    loss: { kind: 'binary-cross-entropy', positiveWeight: 3 }
  },
  {
    title: 'three layers, ReLU, softmax of a sum',
    sizes: [3, 4, 2, 3],
    activation: 'relu',
    loss: { kind: 'softmax-cross-entropy', reduction: 'sum' }
  },
  { title: 'four layers, tanh, softmax', sizes: [3, 4, 5, 4, 3], activation: 'tanh', loss: { kind: 'softmax-cross-entropy' } },
  { title: 'one layer, hinge', sizes: [3, 4], activation: 'linear', loss: { kind: 'multiclass-hinge' } }
]

function problemOf({ sizes, activation, loss }: Kind, seed: number): BackwardProblem {
  const network = networkOf(sizes, activation, loss.kind)
  const batch = samplesFor(network, loss.kind, seed, 5)
  return { network, objective: { loss, regularization: { l2: 0.1 } }, parameters: parametersFor(network, seed), batch }
}

const namesOf = (made: readonly PlacedMistake[]) => made.map(({ name }) => name).sort()

function answersWith(problems: readonly BackwardProblem[], made: readonly PlacedMistake[]) {
  return problems.map((problem) => ({ problem, gradients: mistakenGradients(problem, made) }))
}

function triedOn(kind: Kind, seed: number): BackwardProblem[] {
  const own = problemOf(kind, seed)
  return [own, ...practiceProblems(own, 5, seed)]
}

describe('gradients of networks of every kind', () => {
  // `npm run bench:labs -- --study` counts thousands.
  it('are told to be right, or named by the one mistake in them', () => {
    const { accused, singles, singlesNamed } = studyMistakes({ networks: 60, singles: 3, pairs: 0 })
    expect(accused).toBe(0)
    expect(singles).toBeGreaterThan(60)
    expect(singlesNamed / singles).toBeGreaterThanOrEqual(0.99)
  })

  it('are named by the two mistakes in them', () => {
    const { pairs, pairsNamed, missed } = studyMistakes({ networks: 20, singles: 0, pairs: 1 })
    expect(pairs).toBeGreaterThan(10)
    expect(pairsNamed / pairs, missed.join()).toBeGreaterThanOrEqual(0.97)
  })
})

describe('gradients from outside', () => {
  it.each(kinds)('that are right are told to be right: $title', (kind) => {
    expect(nameMistakes(answersWith(triedOn(kind, 1), []))).toEqual({ isRight: true, explanations: [] })
  })

  it.each(kinds)('name every single mistake and no other: $title', (kind) => {
    const problems = triedOn(kind, 1)
    for (const mistake of placedMistakes(problems[0])) {
      const answers = answersWith(problems, [mistake])
      const { isRight, explanations } = nameMistakes(answers)
      if (isRight) continue
      expect(explanations, `${mistake.name} in layer ${mistake.layer}`).toHaveLength(1)
      // Another name only where it is the same mistake: with one output, a mean over outputs is no mean.
      expect(answersWith(problems, explanations[0])).toEqual(answers)
    }
  })

  it.each(kinds)('name pairs of mistakes: $title', (kind) => {
    const problems = triedOn(kind, 2)
    const placed = placedMistakes(problems[0])
    const random = createRandom(11)
    const pairs = Array.from({ length: 6 }, () => [placed[random.below(placed.length)], placed[random.below(placed.length)]])
    for (const made of pairs) {
      const { isRight, explanations } = nameMistakes(answersWith(problems, made))
      if (isRight) continue
      expect(explanations, namesOf(made).join()).toHaveLength(1)
    }
  })
})
