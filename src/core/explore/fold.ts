import type { ExpressionGraph } from '../autodiff/expressions/expression-graph'
import { ancestorsOf } from '../autodiff/graph/dependence'
import { operationName } from '../autodiff/graph/events'
import type { GraphNode } from '../autodiff/ops/operation'
import { symbolOf } from './symbols'

/** A node as it is drawn: constants are folded into it, and a composed function is one node until it is opened. */
export interface DrawnNode {
  /** The node whose value it shows. */
  readonly node: GraphNode
  /** The operation or function; `input` or `constant` for a leaf. */
  readonly op: string
  readonly symbol: string
  /** The drawn nodes it is computed from, in the order of its arguments; one that is used twice is there twice. */
  readonly inputs: readonly GraphNode[]
  /** The nodes inside a closed function, its output included; else the node alone. */
  readonly inside: ReadonlySet<GraphNode>
  /** Whether it is a composed function that is closed. */
  readonly opens: boolean
}

/** The nodes that no input leads to: constants, and what is computed of constants alone. */
function constantsOf(nodes: readonly GraphNode[]): Set<GraphNode> {
  const constants = new Set<GraphNode>()
  for (const node of nodes) {
    const isLeaf = node.operation === null && node.name === ''
    if (isLeaf || (node.operation !== null && node.inputs.every((input) => constants.has(input)))) constants.add(node)
  }
  return constants
}

/**
 * The nodes of a program's graph as they are drawn, in the order of computation: those that lead to the output, without what is folded
 * into others. `opened` holds the outputs of composed functions whose inside is shown.
 */
export function foldedNodes({ nodes, output, groups }: ExpressionGraph, opened: ReadonlySet<number>): DrawnNode[] {
  const constants = constantsOf(nodes)
  const closed = new Map<GraphNode, { name: string; inside: Set<GraphNode> }>()
  for (const { name, nodes: inside } of groups) {
    const end = inside[inside.length - 1]
    if (!opened.has(end.id)) closed.set(end, { name, inside: new Set(inside) })
  }
  const hidden = new Set([...closed].flatMap(([end, { inside }]) => [...inside].filter((node) => node !== end)))
  const isConstant = (node: GraphNode) => constants.has(node) && node !== output
  return ancestorsOf([output])
    .filter((node) => !hidden.has(node) && !isConstant(node))
    .map((node) => {
      const group = closed.get(node)
      const inside = group?.inside ?? new Set([node])
      const inputs = [...inside].flatMap((one) => one.inputs.filter((input) => !inside.has(input) && !isConstant(input)))
      return {
        node,
        op: group?.name ?? operationName(node),
        symbol: group?.name ?? (node.operation ? symbolOf(node, isConstant) : node.name),
        // A function reads an argument once, however often its inside does.
        inputs: group ? [...new Set(inputs)] : inputs,
        inside,
        opens: group !== undefined
      }
    })
}
