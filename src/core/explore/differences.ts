import type { ExpressionGraph } from '../autodiff/expressions/expression-graph'
import { ancestorsOf, dependentsOf } from '../autodiff/graph/dependence'
import type { GraphNode } from '../autodiff/ops/operation'
import { copy, type Matrix } from '../tensor/matrix'

/** The step of the central difference: the cube root of float64's rounding error, times the size of the value. */
const STEP = 6e-6

/** The difference quotient of the output by one element of a node. */
export interface Difference {
  readonly central: number
  /** Whether the quotients to the left and to the right differ: the output has a kink here. */
  readonly isKink: boolean
}

/** Returns the output with one node's value replaced, computed anew from that node on. */
function outputWith(node: GraphNode, value: Matrix, output: GraphNode, dependents: readonly GraphNode[]): number {
  const values = new Map([[node, value]])
  for (const one of dependents) {
    if (one === node || !one.operation) continue
    values.set(one, one.operation.forward(one.inputs.map((input) => values.get(input) ?? input.value)))
  }
  return (values.get(output) ?? output.value).data[0]
}

/**
 * The difference quotients of a program's output, one number, by the elements of one of its nodes, by rows. Only what depends on the node
 * is computed anew. Empty where the output does not depend on it.
 */
export function differencesAt({ output }: Pick<ExpressionGraph, 'output'>, node: GraphNode, most = 64): Difference[] {
  const ancestors = ancestorsOf([output])
  const moving = dependentsOf([node], ancestors)
  if (!moving.has(output)) return []
  const dependents = ancestors.filter((one) => moving.has(one))
  const here = output.value.data[0]
  const moved = (e: number, by: number) => {
    const value = copy(node.value)
    value.data[e] += by
    return outputWith(node, value, output, dependents)
  }
  return Array.from(node.value.data.subarray(0, most), (x, e) => {
    const h = STEP * Math.max(1, Math.abs(x))
    const [above, below] = [moved(e, h), moved(e, -h)]
    const [right, left] = [(above - here) / h, (here - below) / h]
    const central = (above - below) / (2 * h)
    return { central, isKink: Math.abs(right - left) > 1e-3 * Math.max(1, Math.abs(right), Math.abs(left)) }
  })
}
