import type { GraphNode } from '../ops/operation'
import { requireShapeOf } from '../ops/shapes'
import { zerosLike, type Matrix } from '../../tensor/matrix'
import { ancestorsOf, dependentsOf } from './dependence'
import type { Graph } from './graph'

/** A node and the direction it moves in, in its shape. */
export interface Tangent {
  readonly node: GraphNode
  readonly direction: Matrix
}

export interface ForwardSweepOptions {
  readonly graph: Graph
  readonly outputs: readonly GraphNode[]
  readonly tangents: readonly Tangent[]
}

/**
 * Forward mode: how the outputs change when some nodes move in given directions. Up the numbers, every node adds up the
 * Jacobian–vector products of its inputs' changes. One sweep for all outputs, whose changes come back in order, as
 * nodes of the same graph.
 * Throws: shape.
 * Source: course note 003 (automatic differentiation, forward mode); R. Wengert, 1964.
 */
export function forwardSweep({ graph, outputs, tangents }: ForwardSweepOptions): GraphNode[] {
  const { ops } = graph
  const changes = new Map<GraphNode, GraphNode>()
  for (const { node, direction } of tangents) {
    requireShapeOf(`direction of ${node.name || `node ${node.id}`}`, node.value, direction)
    changes.set(node, ops.constant(direction))
  }
  const ancestors = ancestorsOf(outputs)
  const moving = dependentsOf([...changes.keys()], ancestors)
  for (const node of ancestors) {
    // A node with a tangent of its own does not read those of its inputs.
    if (!moving.has(node) || changes.has(node)) continue
    const parts = node.inputs.flatMap((input, index) => {
      const change = changes.get(input)
      const partial = node.operation?.partials[index]
      return change && partial ? [partial.jvp(change, node, ops)] : []
    })
    if (parts.length > 0)
      changes.set(
        node,
        parts.reduce((total, part) => ops.add(total, part))
      )
  }
  return outputs.map((output) => changes.get(output) ?? ops.constant(zerosLike(output.value)))
}
