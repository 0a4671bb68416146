import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AppError, readCases, runToEnd, solveGradientCase, solveGradientCaseTask, solveTrainingCase, solveTrainingCaseTask } from '#core'
import { disagreement, readCases as readReference, referenceFile, type GradientCase, type TrainingCase } from '../../support/reference'

const AGREEMENT = 1e-9

const good = {
  id: 'one',
  network: {
    inputs: 2,
    layers: [
      { units: 2, activation: 'tanh' },
      { units: 2, activation: 'linear' }
    ]
  },
  loss: { kind: 'softmax-cross-entropy' },
  regularization: { l1: 0, l2: 0.1 },
  parameters: [
    {
      W: [
        [1, 2],
        [3, 4]
      ],
      b: [0, 0]
    },
    {
      W: [
        [1, 0],
        [0, 1]
      ],
      b: [0.5, -0.5]
    }
  ],
  X: [
    [1, 2],
    [0.5, -1]
  ],
  y: [0, 1],
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batches: [[0, 1], [1]]
}

/** The sentence that refuses the case when one field is another. */
function refusal(
  change: (one: typeof good & Record<string, unknown>) => void,
  solve: typeof solveGradientCase | typeof solveTrainingCase = solveGradientCase
): string {
  const one = structuredClone(good)
  change(one)
  try {
    readCases(JSON.stringify([good, one])).forEach((field) => solve(field))
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
  return 'no refusal'
}

describe('the cases of the reference, read as a program hands them in', () => {
  it('give its losses and gradients, a bare NaN in what is not read notwithstanding', () => {
    const solved = readCases(readFileSync(referenceFile('gradient-cases.json'), 'utf8')).map(solveGradientCase)
    const reference = readReference<GradientCase>('gradient-cases.json')
    expect(solved.map(({ id }) => id)).toEqual(reference.map(({ id }) => id))
    solved.forEach((answer, c) => {
      const { loss, gradients, inputGradient, outputs } = answer
      const { expected } = reference[c]
      expect(disagreement([loss], [expected.loss])).toBeLessThanOrEqual(AGREEMENT)
      expect(disagreement(outputs.flat(), expected.outputs.flat())).toBeLessThanOrEqual(AGREEMENT)
      expect(disagreement(inputGradient.flat(), expected.inputGradient.flat())).toBeLessThanOrEqual(AGREEMENT)
      gradients.forEach(({ W, b = [] }, l) => {
        expect(disagreement(W.flat(), expected.gradients[l].W.flat())).toBeLessThanOrEqual(AGREEMENT)
        expect(disagreement(b, expected.gradients[l].b)).toBeLessThanOrEqual(AGREEMENT)
      })
      const { directionalDerivative, hessianVectorProduct } = answer
      expect(directionalDerivative !== undefined).toBe(expected.directionalDerivative !== undefined)
      if (directionalDerivative === undefined || hessianVectorProduct === undefined) return
      expect(disagreement([directionalDerivative], [expected.directionalDerivative ?? NaN])).toBeLessThanOrEqual(AGREEMENT)
      expected.hessianVectorProduct?.forEach(({ W, b }, l) => {
        const ours = hessianVectorProduct[l]
        // Where the reference's own second derivative is NaN (null in the file as read), ours must be finite.
        if (W.flat().includes(null as never)) return expect([...ours.W.flat(), ...(ours.b ?? [])].every(Number.isFinite)).toBe(true)
        expect(disagreement(ours.W.flat(), W.flat())).toBeLessThanOrEqual(AGREEMENT)
        expect(disagreement(ours.b ?? [], b)).toBeLessThanOrEqual(AGREEMENT)
      })
    })
  })

  it('give its whole runs', () => {
    const solved = readCases(readFileSync(referenceFile('training-cases.json'), 'utf8')).map(solveTrainingCase)
    readReference<TrainingCase>('training-cases.json').forEach(({ expected }, c) => {
      expect(disagreement(solved[c].batchLosses, expected.batchLosses)).toBeLessThanOrEqual(AGREEMENT)
    })
  })
})

describe('a malformed case is refused with the place of the fault', () => {
  it.each<[string, string, Parameters<typeof refusal>[0]]>([
    ['a row too short', '[1].parameters[1].W[0]: expected 2 numbers, got 1', (one) => one.parameters[1].W[0].pop()],
    ['a row too few', '[1].parameters[0].W: expected 2 entries, got 1', (one) => one.parameters[0].W.pop()],
    ['a bias too long', '[1].parameters[0].b: expected 2 numbers, got 3', (one) => one.parameters[0].b.push(1)],
    ['a layer too many', '[1].parameters: expected 2 entries, got 3', (one) => one.parameters.push(one.parameters[0])],
    ['a text among numbers', '[1].X[0][1]: expected a finite number, got "2"', (one) => Object.assign(one.X[0], { 1: '2' })],
    ['an input too many', '[1].X[1]: expected 2 numbers, got 3', (one) => one.X[1].push(1)],
    ['no rows', '[1].X: expected at least one entry', (one) => Object.assign(one, { X: [] })],
    ['a class that there is not', '[1].y[1]: expected a whole number from 0 to 1, got 2', (one) => Object.assign(one.y, { 1: 2 })],
    ['targets of fewer rows', '[1].y: expected 2 entries, got 1', (one) => one.y.pop()],
    [
      'zero units',
      '[1].network.layers[0].units: expected a whole number from 1 to 1000000, got 0',
      (one) => Object.assign(one.network.layers[0], { units: 0 })
    ],
    ['no layers', '[1].network.layers: expected at least one entry', (one) => Object.assign(one.network, { layers: [] })],
    [
      'an unknown activation',
      '[1].network.layers[0].activation: expected one of linear, relu',
      (one) => Object.assign(one.network.layers[0], { activation: 'cosh' })
    ],
    ['an unknown key of the loss', '[1].loss.temperature: unknown key', (one) => Object.assign(one.loss, { temperature: 2 })],
    ['an unknown key of the regularization', '[1].regularization.l3: unknown key', (one) => Object.assign(one.regularization, { l3: 2 })],
    ['a negative λ₂', '[1].regularization.l2: expected a number ≥ 0, got -1', (one) => Object.assign(one.regularization, { l2: -1 })],
    [
      'class weights of another length',
      '[1].loss.classWeights: expected 2 numbers, got 3',
      (one) => Object.assign(one.loss, { classWeights: [1, 1, 1] })
    ],
    [
      'a negative class weight',
      '[1].loss.classWeights[1]: expected a number > 0, got -1',
      (one) => Object.assign(one.loss, { classWeights: [1, -1] })
    ],
    [
      'dropout, which needs random numbers',
      '[1].network.layers[0].dropout: dropout is not computed in these cases; remove it',
      (one) => Object.assign(one.network.layers[0], { dropout: 0.5 })
    ],
    ['masks', '[1].masks: masks is not computed in these cases; remove it', (one) => Object.assign(one, { masks: [null, null] })],
    ['no parameters', '[1].parameters: expected a list, got —', (one) => Reflect.deleteProperty(one, 'parameters')],
    ['a case that is no object', '[2]: expected an object', () => undefined]
  ])('%s', (name, sentence, change) => {
    if (name === 'a case that is no object') {
      expect(() => readCases('[{}, {}, 3]').forEach((field, index) => index === 2 && solveGradientCase(field))).toThrow(sentence)
      return
    }
    expect(refusal(change)).toContain(sentence)
  })

  it.each<[string, string, Parameters<typeof refusal>[0]]>([
    ['an unknown key of the optimizer', '[1].optimizer.speed: unknown key', (one) => Object.assign(one.optimizer, { speed: 1 })],
    ['an unknown optimizer', '[1].optimizer.kind: expected one of sgd, rmsprop', (one) => Object.assign(one.optimizer, { kind: 'lbfgs' })],
    [
      'a row that there is not',
      '[1].batches[1][0]: expected a whole number from 0 to 1, got 7',
      (one) => Object.assign(one.batches[1], { 0: 7 })
    ],
    ['an empty batch', '[1].batches[0]: expected at least one entry', (one) => Object.assign(one.batches, { 0: [] })],
    [
      'a momentum of 1',
      '[1].optimizer.momentum: expected a number ≥ 0, < 1, got 1',
      (one) => Object.assign(one.optimizer, { momentum: 1 })
    ],
    ['a clip of 0', '[1].clip: expected a number > 0, got 0', (one) => Object.assign(one, { clip: 0 })],
    ['a schedule', '[1].schedule: schedule is not computed', (one) => Object.assign(one, { schedule: { kind: 'cosine' } })],
    [
      'no learning rate',
      '[1].optimizer.learningRate: expected a finite number, got —',
      (one) => Reflect.deleteProperty(one.optimizer, 'learningRate')
    ]
  ])('of a whole run: %s', (_name, sentence, change) => {
    expect(refusal(change, solveTrainingCase)).toContain(sentence)
  })

  it('a bare NaN where a number is needed', () => {
    const text = JSON.stringify([good]).replace('0.5,-0.5', '0.5,NaN')
    expect(() => readCases(text).map(solveGradientCase)).toThrow('[0].parameters[1].b[1]: expected a finite number, got null')
  })

  it('leaves the word NaN in texts alone', () => {
    const [solved] = readCases(JSON.stringify([{ ...good, id: 'NaN "Infinity"' }])).map(solveGradientCase)
    expect(solved.id).toBe('NaN "Infinity"')
  })

  it('a list nested deeper than any case', () => {
    const text = JSON.stringify([good]).replace('0.5,-0.5', `${'['.repeat(10_000)}${']'.repeat(10_000)},1`)
    expect(() => readCases(text).map(solveGradientCase)).toThrow('nested more than 100 levels deep')
  })

  it('what is no JSON', () => {
    expect(() => readCases('[1,')).toThrow(AppError)
    expect(() => readCases('{"id": 1}')).toThrow('expected a list')
  })
})

describe('the text of cases', () => {
  it('may have bare words that Python writes, which are numbers nowhere, and such words in strings', () => {
    const [field] = readCases('[{"id": "NaN, \\"Infinity\\"", "note": [NaN, -Infinity, Infinity]}]')
    expect(field.field('id').text()).toBe('NaN, "Infinity"')
    expect(
      field
        .field('note')
        .items()
        .map((item) => item.isNull)
    ).toEqual([true, true, true])
  })

  it('may have as many escaped characters as there is room for', () => {
    const [field] = readCases(`[{"id": "${'\\n'.repeat(10_000_000)}"}]`)
    expect(field.field('id').text()).toHaveLength(10_000_000)
  })
})

describe('a case solved part by part', () => {
  it('stops after every step of training, and between the products of a gradient', () => {
    const [training] = readCases(readFileSync(referenceFile('training-cases.json'), 'utf8'))
    const steps = solveTrainingCaseTask(training)
    const { batchLosses } = solveTrainingCase(training)
    for (const _ of batchLosses) expect(steps.next()).toEqual({ done: false, value: 1 })
    expect(steps.next()).toEqual({ done: true, value: solveTrainingCase(training) })
    const [gradient] = readCases(readFileSync(referenceFile('gradient-cases.json'), 'utf8'))
    expect(solveGradientCaseTask(gradient).next().done).toBe(false)
    expect(runToEnd(solveGradientCaseTask(gradient))).toEqual(solveGradientCase(gradient))
  })
})
