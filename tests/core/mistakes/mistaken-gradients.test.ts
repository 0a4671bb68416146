import { describe, expect, it } from 'vitest'
import {
  checkGradients,
  matrixFrom,
  mistakenGradients,
  namedTensors,
  rightSteps,
  gradientsBySteps,
  type BackwardProblem,
  type MistakeName,
  type PlacedMistake
} from '#core'
import { readCases, targetsOf, type GradientCase, type ReferenceTensor } from '../../support/reference'

/** Biases may be missing. */
type LessonCase = Omit<GradientCase, 'parameters'> & { readonly parameters: readonly Pick<ReferenceTensor, 'W' | 'b'>[] }

const lessons = readCases<LessonCase>('lesson-cases.json')

function problemOf({ network, loss, regularization, parameters, X, y }: LessonCase): BackwardProblem {
  return {
    network,
    objective: { loss, regularization },
    parameters: parameters.map(({ W, b }) => ({ W: matrixFrom(W), b: (b as number[] | undefined) ? matrixFrom([b]) : null })),
    batch: { X: matrixFrom(X), targets: targetsOf(y) }
  }
}

function lesson(id: string): BackwardProblem {
  const found = lessons.find((one) => one.id === id)
  if (!found) throw new Error(`no lesson ${id}`)
  return problemOf(found)
}

/** The number of gradients that fail the strict rule, by tensor. */
function failures(problem: BackwardProblem, made: readonly PlacedMistake[]): Record<string, number> {
  const { tensors } = checkGradients({ ...problem, gradients: mistakenGradients(problem, made) })
  return Object.fromEntries(tensors.filter(({ failed }) => failed > 0).map(({ name, failed }) => [name, failed]))
}

/** Every gradient that is not 0, by tensor. */
function all(problem: BackwardProblem, part = /./): Record<string, number> {
  const right = namedTensors(gradientsBySteps(problem, rightSteps))
  const counts = right.map(({ name, matrix }) => [name, matrix.data.filter((g: number) => g !== 0).length] as const)
  return Object.fromEntries(counts.filter(([name, count]) => part.test(name) && count > 0))
}

/** The one ratio of wrong gradients to right ones in the tensors that match, where it is the same in all. */
function ratio(problem: BackwardProblem, name: MistakeName, part = /./): number {
  const right = namedTensors(gradientsBySteps(problem, rightSteps))
  const wrong = namedTensors(mistakenGradients(problem, [{ name, layer: null }]))
  const ratios = right.flatMap(({ name: tensor, matrix: { data } }, t) =>
    part.test(tensor) ? [...data].flatMap((g, e) => (Math.abs(g) > 1e-12 ? [wrong[t].matrix.data[e] / g] : [])) : []
  )
  const [first] = ratios
  for (const other of ratios) expect(other).toBeCloseTo(first, 9)
  return first
}

const everywhere = (...names: MistakeName[]): PlacedMistake[] => names.map((name) => ({ name, layer: null }))

describe('what the check says of a planted mistake', () => {
  const softmaxNet = lesson('L000')
  const unregularized = { ...softmaxNet, objective: { ...softmaxNet.objective, regularization: {} } }

  it.each<[string, BackwardProblem, readonly PlacedMistake[], Record<string, number>]>([
    ['two layers, softmax: no 1/N', softmaxNet, everywhere('lost-mean'), all(softmaxNet)],
    ['two layers, softmax: λW', softmaxNet, everywhere('half-regularizer'), { W1: 8, W2: 10 }],
    ['two layers, softmax: no λ', softmaxNet, everywhere('missing-regularizer'), { W1: 8, W2: 10 }],
    ['two layers, softmax: λ on b', softmaxNet, everywhere('regularized-bias'), { b1: 4, b2: 2 }],
    ['two layers, softmax: no mask', softmaxNet, everywhere('unmasked-relu'), { W1: 8, b1: 4 }],
    ['two layers, softmax: times H', softmaxNet, everywhere('times-activation'), { W1: 8, b1: 4 }],
    ['two layers, softmax: mask on dH', softmaxNet, everywhere('mask-on-gradient'), { W1: 7, b1: 4 }],
    ['two layers, softmax: db1 before the mask', softmaxNet, everywhere('bias-before-mask'), { b1: 4 }],
    ['two layers, softmax: ds.sum() for db', softmaxNet, everywhere('bias-of-all'), { b1: 4, b2: 3 }],
    ['binary: extra σ′', lesson('L001w1'), everywhere('output-slope'), all(lesson('L001w1'))],
    ['binary: no mask', lesson('L001w1'), everywhere('unmasked-relu'), { W1: 5, b1: 2 }],
    ['binary: mask from dA1', lesson('L001w1'), everywhere('mask-on-gradient'), { W1: 3, b1: 1 }],
    ['binary: W2 left out', lesson('L001w1'), everywhere('weights-left-out'), { W1: 6, b1: 2 }],
    ['binary, w = 3: A2 − Y', lesson('L001w3'), everywhere('positive-weight-ignored'), all(lesson('L001w3'))],
    ['three layers: σ′(A)', lesson('L002'), everywhere('slope-at-activation'), { W1: 8, W2: 6 }],
    ['three layers: σ′ left out on the way down only', lesson('L002'), everywhere('passed-on-before-slope'), { W1: 8 }],
    ['three layers: no σ′', lesson('L002'), everywhere('unmasked-relu', 'slope-left-out'), { W1: 12, W2: 6 }],
    ['three layers: σ′ of softmax too', lesson('L002'), everywhere('output-slope'), { W1: 8, W2: 6, W3: 6 }],
    ['tanh: tanh′(A)', lesson('L004'), everywhere('slope-at-activation'), { W1: 6, b1: 3 }],
    ['tanh: 1 − A', lesson('L004'), everywhere('slope-without-square'), { W1: 6, b1: 3 }],
    ['tanh: 1 − Z²', lesson('L004'), everywhere('slope-of-pre-activation'), { W1: 6, b1: 3 }],
    ['tanh: no slope', lesson('L004'), everywhere('slope-left-out'), { W1: 6, b1: 3 }]
  ])('%s', (_title, problem, made, expected) => expect(failures(problem, made)).toEqual(expected))

  it.each<[string, BackwardProblem, MistakeName, number, RegExp?]>([
    ['no 1/N without a regularizer', unregularized, 'lost-mean', 5],
    ['mean for db', softmaxNet, 'bias-averaged', 0.2, /b/],
    ['sign', softmaxNet, 'sign', -1],
    ['1/m twice', lesson('L001w1'), 'mean-twice', 1 / 4],
    ['db without 1/m', lesson('L001w1'), 'bias-not-averaged', 4, /b/],
    ['/shape[0]', lesson('L004'), 'mean-over-rows', 2],
    ['/shape[0] of outputs in rows', lesson('L004'), 'mean-over-outputs', 4],
    ['db averaged again', lesson('L004'), 'bias-averaged', 1 / 4, /b/]
  ])('is one ratio: %s', (_title, problem, name, expected, part) => expect(ratio(problem, name, part)).toBeCloseTo(expected, 9))

  it('is nothing about the true class of a hinge that leaves the gradient as it is', () => {
    expect(failures(lesson('L003svm'), [])).toEqual({})
    expect(failures(lesson('L003svm'), everywhere('hinge-true-class'))).toEqual({ W1: 2 })
  })
})

describe('a mistake in one layer alone', () => {
  it('leaves the layers above as they are', () => {
    expect(failures(lesson('L002'), [{ name: 'half-regularizer', layer: 1 }])).toEqual({})
    const problem = lesson('L000')
    expect(failures(problem, [{ name: 'half-regularizer', layer: 0 }])).toEqual({ W1: 8 })
    expect(failures(problem, [{ name: 'bias-of-all', layer: 1 }])).toEqual({ b2: 3 })
  })
})
