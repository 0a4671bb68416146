import type { GraphNode } from '../ops/operation'

/** The nodes that `outputs` are computed from, themselves included, in the order of computation. */
export function ancestorsOf(outputs: readonly GraphNode[]): GraphNode[] {
  const found = new Set<GraphNode>()
  const waiting = [...outputs]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.has(node)) continue
    found.add(node)
    waiting.push(...node.inputs)
  }
  return [...found].sort((a, b) => a.id - b.id)
}

/** Among nodes in the order of computation, those whose value depends on one of `sources`, these included. */
export function dependentsOf(sources: readonly GraphNode[], nodes: readonly GraphNode[]): Set<GraphNode> {
  const found = new Set(sources)
  for (const node of nodes) if (node.inputs.some((input) => found.has(input))) found.add(node)
  return found
}
