import { AppError } from '../../messages/app-error'
import type { GraphNode } from '../ops/operation'
import { requireShapeOf } from '../ops/shapes'
import { shapeOf, zerosLike, type Matrix } from '../../tensor/matrix'
import { ancestorsOf, dependentsOf } from './dependence'
import type { Graph } from './graph'

/** A gradient that arrived at a node from one use of it. */
export interface Contribution {
  /** The node that used it; null for the gradient that the sweep begins with. */
  readonly from: GraphNode | null
  readonly gradient: GraphNode
}

/** One step of a reverse sweep, at one node. */
export interface SweepStep {
  readonly node: GraphNode
  /** The gradients that its uses sent. More than one is the copy gate: they add up. */
  readonly contributions: readonly Contribution[]
  /** dL/d(node), the sum of the contributions. */
  readonly gradOutput: GraphNode
  /** The gradient sent on to each input; null where none is asked for, or the derivative is zero. */
  readonly sent: readonly (GraphNode | null)[]
}

/** A finished reverse sweep. All gradients are nodes of the same graph, so that they can be differentiated again. */
export interface ReverseSweep {
  /** One step a node, from the output back to the leaves. */
  readonly steps: readonly SweepStep[]
  /** dL/d(node), zeros where L does not depend on it. */
  gradientOf(node: GraphNode): GraphNode
}

export interface ReverseSweepOptions {
  readonly graph: Graph
  /** L. One number, unless a seed is given. */
  readonly output: GraphNode
  /** The nodes whose gradients are wanted; the graph's inputs unless given. Only what leads to them is walked. */
  readonly to?: readonly GraphNode[]
  /** With u instead of 1 to begin with, the sweep gives the gradients of ⟨u, output⟩: a vector–Jacobian product. */
  readonly seed?: Matrix
}

function seedFor({ output, seed }: ReverseSweepOptions): number | Matrix {
  if (seed) {
    requireShapeOf('seed', output.value, seed)
    return seed
  }
  if (output.value.data.length !== 1) throw new AppError('graph.not-a-number', { actual: shapeOf(output.value) })
  return 1
}

/**
 * Backpropagation through any graph: from the output down the numbers, every node adds up the gradients that its uses
 * sent, and sends each input the vector–Jacobian product of what arrived.
 * Throws: graph, when the output is not one number; shape.
 * Source: course note 003 (computational graphs); S. Linnainmaa, 1970.
 */
export function reverseSweep(options: ReverseSweepOptions): ReverseSweep {
  const { graph, output, to = graph.inputs } = options
  const { ops } = graph
  const ancestors = ancestorsOf([output])
  const walked = dependentsOf(to, ancestors)
  const beginning: Contribution = { from: null, gradient: ops.constant(seedFor(options)) }
  const arrived = new Map([[output, [beginning]]])
  const gradients = new Map<GraphNode, GraphNode>()
  const steps: SweepStep[] = []

  function send(node: GraphNode, gradOutput: GraphNode, index: number): GraphNode | null {
    const input = node.inputs[index]
    const partial = node.operation?.partials[index]
    if (!partial || !walked.has(input)) return null
    const gradient = partial.vjp(gradOutput, node, ops)
    const contributions = arrived.get(input) ?? []
    contributions.push({ from: node, gradient })
    arrived.set(input, contributions)
    return gradient
  }

  for (const node of ancestors.reverse()) {
    const contributions = arrived.get(node)
    if (!contributions || !walked.has(node)) continue
    const gradOutput = contributions.map(({ gradient }) => gradient).reduce((total, part) => ops.add(total, part))
    gradients.set(node, gradOutput)
    steps.push({ node, contributions, gradOutput, sent: node.inputs.map((_, index) => send(node, gradOutput, index)) })
  }
  return { steps, gradientOf: (node) => gradients.get(node) ?? ops.constant(zerosLike(node.value)) }
}
