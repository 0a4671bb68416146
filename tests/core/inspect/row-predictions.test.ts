import { expect, it } from 'vitest'
import { rowPredictions, matrixFrom, type TargetConstants } from '#core'

const species: TargetConstants = { kind: 'classes', name: 'species', classes: ['a', 'b', 'c'] }

it('of scores the class with the largest is drawn, with its probability', () => {
  const answers = rowPredictions(
    matrixFrom([
      [0, Math.log(2), 0],
      [5, 5, 5]
    ]),
    [species],
    { kind: 'softmax-cross-entropy' }
  )
  expect(answers.kind === 'classes' && Array.from(answers.chosen)).toEqual([1, 0])
  expect(answers.kind === 'classes' && answers.share[0]).toBeCloseTo(0.5)
  expect(answers.kind === 'classes' && answers.share[1]).toBeCloseTo(1 / 3)
})

it('of one probability the second class is drawn from one half on', () => {
  const yesNo: TargetConstants = { ...species, classes: ['no', 'yes'] }
  const answers = rowPredictions(matrixFrom([[0.25], [0.5], [0.75]]), [yesNo], { kind: 'binary-cross-entropy' })
  expect(answers).toEqual({ kind: 'classes', chosen: Uint16Array.of(0, 1, 1), share: Float32Array.of(0.75, 0.5, 0.75) })
})

it('of several labels the one asked for is drawn', () => {
  const labels: TargetConstants[] = ['p', 'q'].map((name) => ({ kind: 'label', name, classes: ['no', 'yes'] }))
  const answers = rowPredictions(
    matrixFrom([
      [0.9, 0.25],
      [0.9, 0.75]
    ]),
    labels,
    { kind: 'binary-cross-entropy' },
    1
  )
  expect(answers).toEqual({ kind: 'classes', chosen: Uint16Array.of(0, 1), share: Float32Array.of(0.75, 0.75) })
})

it('a number is freed of its scaling', () => {
  const numbers: TargetConstants[] = [
    { kind: 'number', name: 'mass', mean: 100, scale: 10 },
    { kind: 'number', name: 'length', mean: 1, scale: 2 }
  ]
  const outputs = matrixFrom([
    [-1, 3],
    [0, 4]
  ])
  expect(rowPredictions(outputs, numbers, { kind: 'mean-squared-error' })).toEqual({ kind: 'values', values: Float32Array.of(90, 100) })
  expect(rowPredictions(outputs, numbers, { kind: 'mean-squared-error' }, 1)).toEqual({ kind: 'values', values: Float32Array.of(7, 9) })
})
