import { expect, it } from 'vitest'
import { classesOf, gatherSamples, targetCount, valuesOf, type Targets } from '../../../src/core/nn/targets'
import { matrixFrom, toRows, zeros } from '../../../src/core/tensor/matrix'

const classes: Targets = { kind: 'classes', classes: Int32Array.of(2, 0, 1) }
const values: Targets = { kind: 'values', values: matrixFrom([[1], [2], [3]]) }
const X = matrixFrom([[10], [20], [30]])

it('go with their samples, in any order', () => {
  const ofClasses = gatherSamples({ X, targets: classes }, [2, 0])
  expect(toRows(ofClasses.X)).toEqual([[30], [10]])
  expect(classesOf(ofClasses.targets, zeros(2, 3), 'test')).toEqual(Int32Array.of(1, 2))
  const { targets } = gatherSamples({ X, targets: values }, [1])
  expect(toRows(valuesOf(targets, zeros(1, 1), 'test'))).toEqual([[2]])
})

it('count one a sample', () => {
  expect([classes, values].map(targetCount)).toEqual([3, 3])
})

it('are refused where they are of the other kind or of another shape, by the name of the operation', () => {
  expect(() => classesOf(values, zeros(3, 3), 'cross-entropy')).toThrow('cross-entropy')
  expect(() => classesOf(classes, zeros(2, 3), 'cross-entropy')).toThrow('3 class indices')
  expect(() => valuesOf(classes, zeros(3, 1), 'squared error')).toThrow('class indices')
  expect(() => valuesOf(values, zeros(3, 2), 'squared error')).toThrow('3×1')
})
