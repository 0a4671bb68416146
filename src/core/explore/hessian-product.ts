import { elementNames, usedInputs } from '../autodiff/expressions/second-derivatives'
import { dependentsOf } from '../autodiff/graph/dependence'
import { forwardSweep } from '../autodiff/graph/forward-sweep'
import { reverseSweep, type ReverseSweep } from '../autodiff/graph/reverse-sweep'
import type { GraphNode } from '../autodiff/ops/operation'
import { AppError } from '../messages/app-error'
import { zerosLike, type Matrix } from '../tensor/matrix'
import { shownTensor, type Explored, type ShownTensor } from './explore'

/** A drawn node n and its gradient n̄ = ∂f/∂n with what a second sweep adds to them, x moving along v. */
export interface ProductNode {
  readonly id: number
  readonly gradient: ShownTensor
  /** ṅ, the directional derivative of n. With s = ⟨∇f, v⟩ it is also ∂s/∂n̄, since s is linear in every gradient. */
  readonly tangent: ShownTensor
  /** The directional derivative of n̄: at an input, its part of H·v by forward over reverse. */
  readonly gradientTangent: ShownTensor
  /** ∂s/∂n: at an input, its part of H·v by two reverse sweeps. */
  readonly slope: ShownTensor
  /** Whether its step back multiplies by values of the way forward, so that its gradient graph reads them. */
  readonly readsValues: boolean
}

/** A graph and the graph of its gradients, with a Hessian–vector product going through both. */
export interface HessianProduct {
  /** The element that each entry of the direction belongs to. */
  readonly names: readonly string[]
  readonly direction: readonly number[]
  /** s = ⟨∇f, v⟩. */
  readonly along: number
  /** The drawn nodes that a gradient arrives at. */
  readonly nodes: readonly ProductNode[]
}

/** A flat direction in the shapes of some nodes; ones where none is given. */
export function shapedDirection(direction: readonly number[] | null, nodes: readonly GraphNode[]): Matrix[] {
  let next = 0
  return nodes.map(({ value }) => {
    const part = zerosLike(value)
    for (let e = 0; e < part.data.length; e++) part.data[e] = direction?.[next++] ?? 1
    return part
  })
}

/** The nodes of a sweep that computed the gradients they sent from more than what arrived and constants: from some of `moving`. */
function readersOf({ steps }: ReverseSweep, moving: ReadonlySet<GraphNode>): Set<GraphNode> {
  const readers = new Set<GraphNode>()
  for (const { node, gradOutput, sent } of steps) {
    const waiting = sent.filter((gradient) => gradient !== null)
    const seen = new Set<GraphNode>([gradOutput])
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      if (moving.has(one)) readers.add(node)
      else waiting.push(...one.inputs)
    }
  }
  return readers
}

/**
 * The product of a program's Hessian with a direction v, node by node and in both ways: a forward sweep through values and gradients, and a
 * reverse sweep from s = ⟨∇f, v⟩.
 * Throws: graph, when the output is not one number.
 * Source: course note 003 (higher derivatives); B. Pearlmutter, "Fast exact multiplication by the Hessian", 1994.
 */
export function hessianProduct({ built, sweep, drawn }: Explored, given: readonly number[] | null): HessianProduct {
  if (!sweep) throw new AppError('graph.hessian-of-matrix', {})
  const { graph, numbers } = built
  const { constant, multiply, sum, add } = graph.ops
  const used = usedInputs(built)
  const by = [...used.values()]
  const directions = shapedDirection(given, by)
  const reached = new Set(sweep.steps.map(({ node }) => node))
  const shown = drawn.filter(({ node }) => reached.has(node))
  const nodes = shown.map(({ node }) => node)
  const gradients = nodes.map((node) => sweep.gradientOf(node))
  const tangents = by.map((node, index) => ({ node, direction: directions[index] }))
  const moved = forwardSweep({ graph, outputs: [...nodes, ...gradients], tangents })
  const s = by.map((node, k) => sum(multiply(sweep.gradientOf(node), constant(directions[k])))).reduce(add, constant(0))
  const second = reverseSweep({ graph, output: s, to: by })
  const readers = readersOf(sweep, dependentsOf(by, built.nodes))
  return {
    names: elementNames(used, numbers),
    direction: directions.flatMap(({ data }) => [...data]),
    along: s.value.data[0],
    nodes: shown.map(({ node, inside }, index): ProductNode => {
      const tensor = (of: GraphNode) => shownTensor(of, numbers.has(node))
      return {
        id: node.id,
        gradient: tensor(gradients[index]),
        tangent: tensor(moved[index]),
        gradientTangent: tensor(moved[nodes.length + index]),
        slope: tensor(second.gradientOf(node)),
        readsValues: [...inside].some((one) => readers.has(one))
      }
    })
  }
}
