import type { ShownNode } from '#core'
import type { GraphLayout } from '#shared/contract'
import { layoutGraph } from './layout-graph'
import { neighbourhood } from './neighbourhood'

/** The most nodes that are drawn at once, and of a larger graph, around the chosen one. */
const MOST_DRAWN = 120
const MOST_AROUND = 60

/** Whether a graph is small enough to be drawn as a whole. */
export function isWhole(nodes: readonly unknown[]): boolean {
  return nodes.length <= MOST_DRAWN
}

/** The layout of a graph, or, where it has too many nodes, of the neighbourhood of one of them. */
export function pictureLayout(nodes: readonly ShownNode[], around: number): GraphLayout {
  if (isWhole(nodes)) return layoutGraph(nodes)
  const near = neighbourhood(nodes, around, MOST_AROUND)
  const shown = new Set(near.map(({ id }) => id))
  return layoutGraph(near.map((node) => ({ ...node, inputs: node.inputs.filter((input) => shown.has(input)) })))
}
