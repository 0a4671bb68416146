import { expect, it } from 'vitest'
import { matrixFrom, prepare, suggestSettings, inputRelevance } from '#core'
import { sampleTable } from '../../support/tables'

it('an input that is one number a class tells all, one that is the same everywhere nothing', () => {
  const X = matrixFrom([
    [1, 5, 2],
    [1, 5, 4],
    [3, 5, 2],
    [3, 5, 4]
  ])
  expect(Array.from(inputRelevance({ X, targets: { kind: 'classes', classes: Int32Array.of(0, 0, 1, 1) } }))).toEqual([1, 0, 0])
})

it('of numbers it is the squared correlation, whatever its sign', () => {
  const X = matrixFrom([
    [1, 1],
    [2, -1],
    [3, -1],
    [4, 1]
  ])
  const targets = { kind: 'values', values: matrixFrom([[-2], [-4], [-6], [-8]]) } as const
  const [falling, even] = inputRelevance({ X, targets })
  expect(falling).toBeCloseTo(1, 12)
  expect(even).toBeCloseTo(0, 12)
})

it('of the iris flowers the petals tell more than the sepals', () => {
  const table = sampleTable('iris')
  const { train, inputs } = prepare(table, suggestSettings(table, { target: 'species' }))
  const order = Array.from(inputRelevance(train), (share, i) => ({ share, name: inputs[i] })).sort((a, b) => b.share - a.share)
  expect(order.slice(0, 2).every(({ name }) => name.startsWith('petal'))).toBe(true)
})
