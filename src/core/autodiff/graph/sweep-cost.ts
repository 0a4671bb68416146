import { activationNames, activationOf } from '../../nn/activations'
import { zerosLike, type Matrix } from '../../tensor/matrix'
import type { GraphNode } from '../ops/operation'
import { forwardSweep } from './forward-sweep'
import type { Graph } from './graph'
import { reverseSweep } from './reverse-sweep'

/** Sweeps through a graph, and the multiplications and divisions that they take together. */
export type SweepCost = Readonly<Record<'sweeps' | 'multiplications', number>>

/** The cost of a value and of all its first derivatives in either mode. */
export interface GradientCost {
  /** The multiplications and divisions of the value alone. */
  readonly value: number
  readonly forward: SweepCost
  readonly reverse: SweepCost
}

/** Operations that multiply or divide once an element. */
const oncePerElement: ReadonlySet<string> = new Set(['multiply', 'divide', 'square', 'power', 'mean'])

/** The count of an activation or of its derivative per element; null for every other operation. */
function activationCount(name: string): number | null {
  const base = name.replace(/[′″]$/, '')
  const activation = activationNames.find((one) => one === base)
  if (activation === undefined) return null
  if (activation === 'linear' || activationOf(activation).routes) return 0
  return base === name ? 1 : 2
}

/**
 * The multiplications and divisions of one node: n·k·m for a matrix product, one an element for products, quotients and powers. A smooth
 * activation counts as one, its derivative, which is made of its value, as two: a·(1 − a). Sums, choices, exponentials and logarithms
 * count as none.
 */
function multiplicationsOf({ operation, inputs, value }: GraphNode): number {
  if (!operation) return 0
  const elements = value.data.length
  if (operation.name === 'matmul') {
    const [a, b] = inputs.map((input) => input.value.data.length)
    // [n, k]·[k, m]: the square of n·k·m is nk · km · nm, whichever factor is transposed.
    return Math.round(Math.sqrt(a * b * elements))
  }
  if (oncePerElement.has(operation.name)) return elements
  if (operation.name === 'power term') return 2 * elements
  return elements * (activationCount(operation.name) ?? 0)
}

function counted(nodes: readonly GraphNode[]): number {
  return nodes.reduce((count, node) => count + multiplicationsOf(node), 0)
}

function basis(shape: Matrix, e: number): Matrix {
  const result = zerosLike(shape)
  result.data[e] = 1
  return result
}

/**
 * Counts what the value at `output` costs, and its derivatives by every element of `by`: forward mode needs a sweep for each of these,
 * reverse mode one for each element of the output.
 */
export function gradientCost({
  graph,
  output,
  by,
  nodes
}: {
  readonly graph: Graph
  readonly output: GraphNode
  readonly by: readonly GraphNode[]
  /** The nodes of the value. */
  readonly nodes: readonly GraphNode[]
}): GradientCost {
  /** The multiplications of what a sweep adds to the graph. */
  const addedBy = (sweep: () => unknown): number => {
    const begin = graph.nodes.length
    sweep()
    return counted(graph.nodes.slice(begin))
  }
  const outputs = output.value.data.length
  const back = addedBy(() => reverseSweep({ graph, output, to: by, seed: basis(output.value, 0) }))
  let sweeps = 0
  let multiplications = 0
  for (const node of by) {
    // Every element of an input takes the same sweep.
    const elements = node.value.data.length
    sweeps += elements
    multiplications +=
      elements * addedBy(() => forwardSweep({ graph, outputs: [output], tangents: [{ node, direction: basis(node.value, 0) }] }))
  }
  const reverse = { sweeps: outputs, multiplications: outputs * back }
  return { value: counted(nodes), forward: { sweeps, multiplications }, reverse }
}
