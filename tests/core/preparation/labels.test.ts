import { describe, expect, it } from 'vitest'
import { columnNamed, type Task } from '#core'
import { encodeTargets, readLabels } from '../../../src/core/preparation/labels'
import { refusalOf, tableOfColumns } from '../../support/tables'

function labelsOf(cells: readonly (string | number)[], task: Task) {
  const table = tableOfColumns({ x: cells.map((_, i) => i), y: cells })
  return readLabels(
    table,
    columnNamed(table, 'y'),
    Int32Array.from(cells, (_, row) => row),
    task
  )
}

describe('class labels', () => {
  it('sort by number when they are numbers', () => {
    expect(labelsOf([10, 9, -1, 10], 'classification')).toEqual({
      kind: 'classes',
      names: ['-1', '9', '10'],
      indices: Int32Array.of(2, 1, 0, 2)
    })
  })

  it('sort by code point when they are not', () => {
    expect(labelsOf(['b10', 'b9', 'B', ' 中 ', 'b9'], 'classification')).toEqual({
      kind: 'classes',
      names: ['B', 'b10', 'b9', '中'],
      indices: Int32Array.of(1, 2, 0, 3, 2)
    })
  })

  it('are the same when they are the same number, and are named as it is first written', () => {
    expect(labelsOf(['1.0', '0', '1', '1e0'], 'classification')).toEqual({
      kind: 'classes',
      names: ['0', '1.0'],
      indices: Int32Array.of(1, 0, 1, 1)
    })
  })

  it('must be two at least', () => {
    expect(refusalOf(() => labelsOf(['a', ' a', 'a'], 'classification'))).toMatchObject({
      code: 'data.one-class',
      en: 'Only one class in `y`: every row is `a`. Choose another target.'
    })
  })

  it('must not be too many', () => {
    const cells = Array.from({ length: 1001 }, (_, i) => i)
    expect(refusalOf(() => labelsOf(cells, 'classification'))).toMatchObject({
      code: 'data.too-many-classes',
      details: { name: 'y', count: 1001, limit: 1000 }
    })
    expect(labelsOf(cells.slice(1), 'classification').kind).toBe('classes')
  })
})

describe('numbers to predict', () => {
  it("are the cells' own", () => {
    expect(labelsOf(['1.5', '-2', '1e3'], 'regression')).toEqual({
      kind: 'number',
      values: Float64Array.of(1.5, -2, 1000)
    })
  })

  it('must differ', () => {
    expect(refusalOf(() => labelsOf([7, '7.0', 7], 'regression'))).toMatchObject({
      code: 'data.constant-target',
      details: { name: 'y', value: 7 }
    })
  })

  it('must not be text', () => {
    expect(refusalOf(() => labelsOf(['NA', 'cat', 'dog'], 'regression'))).toMatchObject({
      code: 'data.text-target',
      details: { name: 'y', row: 3, value: 'cat' }
    })
  })
})

describe('encodeTargets', () => {
  const classes = labelsOf(['no', 'yes', 'yes'], 'classification')
  const constants = { kind: 'classes', name: 'y', classes: ['no', 'yes'] } as const

  it('leaves class indices to softmax', () => {
    expect(encodeTargets([classes], [constants], { kind: 'softmax-cross-entropy' }, 'f32')).toEqual({
      kind: 'classes',
      classes: Int32Array.of(0, 1, 1)
    })
  })

  it('makes the second class 1 for binary cross-entropy', () => {
    expect(encodeTargets([classes], [constants], { kind: 'binary-cross-entropy' }, 'f32')).toEqual({
      kind: 'values',
      values: { rows: 3, columns: 1, data: Float32Array.of(0, 1, 1) }
    })
  })

  it('takes the mean off numbers and divides them by the scale', () => {
    const numbers = labelsOf([10, 14, 6], 'regression')
    const scaling = { kind: 'number', name: 'y', mean: 10, scale: 2 } as const
    expect(encodeTargets([numbers], [scaling], { kind: 'mean-squared-error' }, 'f64')).toEqual({
      kind: 'values',
      values: { rows: 3, columns: 1, data: Float64Array.of(0, 2, -2) }
    })
  })
})
