import { expect, it } from 'vitest'
import { ancestorsOf, dependentsOf } from '../../../../src/core/autodiff/graph/dependence'
import type { GraphNode } from '../../../../src/core/autodiff/ops/operation'
import { zeros } from '../../../../src/core/tensor/matrix'

const node = (id: number, ...inputs: GraphNode[]): GraphNode => ({ id, operation: null, name: '', inputs, value: zeros(1, 1) })

const x = node(0)
const y = node(1)
const sum = node(2, x, y)
const twice = node(3, sum, sum)
const aside = node(4, y)
const all = [x, y, sum, twice, aside]

it('finds what an output is computed from, each node once, in the order of computation', () => {
  expect(ancestorsOf([twice])).toEqual([x, y, sum, twice])
  expect(ancestorsOf([aside, x])).toEqual([x, y, aside])
})

it('finds what depends on a source, the source included', () => {
  expect([...dependentsOf([x], all)]).toEqual([x, sum, twice])
  expect([...dependentsOf([aside], all)]).toEqual([aside])
  expect(dependentsOf([], all).size).toBe(0)
})
