import { describe, expect, it } from 'vitest'
import { explore, shownGraph, type ExpressionInputs } from '#core'
import { layoutGraph } from '../../../src/node/graph-picture/layout-graph'

const nodesOf = (text: string, inputs: ExpressionInputs) => shownGraph(explore(text, inputs)).nodes
const neuron = 'z = w0 * x0 + w1 * x1 + w2; a = sigmoid(z); (a - y) ^ 2'
const point = { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3, y: 1 }

describe('the layout of a graph', () => {
  it('runs from left to right, no node over another', () => {
    const nodes = nodesOf(neuron, point)
    const { nodes: placed, edges, nodeWidth, nodeHeight } = layoutGraph(nodes)
    const x = new Map(placed.map((place) => [place.id, place.x]))
    for (const { from, to } of edges) expect(x.get(from)).toBeLessThan(x.get(to) ?? 0)
    placed.forEach((a, i) =>
      placed.slice(i + 1).forEach((b) => {
        expect(Math.abs(a.x - b.x) >= nodeWidth || Math.abs(a.y - b.y) >= nodeHeight).toBe(true)
      })
    )
  })

  it('stays where it is when numbers change', () => {
    expect(layoutGraph(nodesOf(neuron, { ...point, w0: 1e6, y: -0.5 }))).toEqual(layoutGraph(nodesOf(neuron, point)))
  })

  it('keeps inputs of one rank in the order of the text', () => {
    const places = layoutGraph(nodesOf('a * b + c * d', { d: 1, c: 2, b: 3, a: 4 })).nodes
    const ids = nodesOf('a * b + c * d', { d: 1, c: 2, b: 3, a: 4 })
    const y = (name: string) => places.find(({ id }) => id === ids.find((node) => node.name === name)?.id)?.y ?? NaN
    expect([y('a'), y('b'), y('c'), y('d')]).toEqual([y('a'), y('b'), y('c'), y('d')].sort((p, q) => p - q))
  })

  it('draws a value that is used twice by one operation with two edges', () => {
    expect(layoutGraph(nodesOf('x * x', { x: 3 })).edges).toHaveLength(2)
  })

  it('searches for the shortest edges in a small graph, and leaves that in a large one, where it would take long', () => {
    const stepsToResult = (chain: number) => {
      const nodes = nodesOf(`${'sin('.repeat(chain)}x + y${')'.repeat(chain)} + x * y`, { x: 1, y: 2 })
      const { nodes: placed, nodeWidth } = layoutGraph(nodes)
      const x = (op: string) => placed[nodes.findLastIndex((node) => node.op === op)].x
      return Math.round((x('add') - x('multiply')) / (nodeWidth + 28))
    }
    expect([stepsToResult(10), stepsToResult(60)]).toEqual([11, 1])
  })
})
