import { expect, it } from 'vitest'
import { classificationMetrics, labelMetrics, matrixFrom } from '#core'

const spec = { kind: 'binary-cross-entropy' } as const

it('judges each label by itself', () => {
  const outputs = matrixFrom([
    [0.9, 0.2],
    [0.8, 0.6],
    [0.1, 0.7]
  ])
  const values = matrixFrom([
    [1, 0],
    [0, 1],
    [0, 0]
  ])
  const [first, second, ...more] = labelMetrics(outputs, { kind: 'values', values }, spec)
  expect(more).toEqual([])
  expect([...first.confusion.data]).toEqual([1, 1, 0, 1])
  expect([...second.confusion.data]).toEqual([1, 1, 0, 1])
  expect(second.classes[1].support).toBe(1)
})

it('of one label says what the metrics of two classes say', () => {
  const outputs = matrixFrom([[0.9], [0.4], [0.6]])
  const targets = { kind: 'values', values: matrixFrom([[1], [0], [0]]) } as const
  expect(labelMetrics(outputs, targets, spec)).toEqual([classificationMetrics(outputs, targets, spec)])
})
