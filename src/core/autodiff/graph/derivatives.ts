import type { GraphNode } from '../ops/operation'
import { zeros, zerosLike, type Matrix } from '../../tensor/matrix'
import { runToEnd, type CooperativeTask } from '../../tasks/task'
import { forwardSweep } from './forward-sweep'
import type { Graph } from './graph'
import { reverseSweep } from './reverse-sweep'

/** A derivative to take: of one number, by some nodes. */
export interface ScalarFunction {
  readonly graph: Graph
  readonly output: GraphNode
  readonly by: readonly GraphNode[]
}

/**
 * dL/dx of every node x, as nodes, so that they can be differentiated again.
 * Throws: graph, when the output is not one number.
 */
export function gradients({ graph, output, by }: ScalarFunction): GraphNode[] {
  const sweep = reverseSweep({ graph, output, to: by })
  return by.map(sweep.gradientOf)
}

/**
 * ∇L · direction, by forward mode: no gradient is formed.
 *
 * Shapes: one direction a node, in its shape.
 */
export function directionalDerivative({ graph, output, by }: ScalarFunction, direction: readonly Matrix[]): GraphNode {
  const tangents = by.map((node, index) => ({ node, direction: direction[index] }))
  return forwardSweep({ graph, outputs: [output], tangents })[0]
}

/**
 * The ways to a Hessian–vector product without forming the Hessian: a forward sweep through the gradient, or a reverse sweep from
 * ⟨gradient, vector⟩.
 */
export type HessianMode = 'forward-over-reverse' | 'two-reverse-sweeps'

/**
 * H·direction, H being the matrix of second derivatives of L: one entry a node, in its shape.
 *
 *   forward-over-reverse   d/dt ∇L(x + t·v) at t = 0
 *   two-reverse-sweeps     ∇⟨∇L(x), v⟩
 *
 * Source: course note 003 (higher derivatives) for the second; B. Pearlmutter, "Fast exact multiplication by the
 * Hessian", 1994, for the first.
 */
export function hessianVectorProduct(
  problem: ScalarFunction,
  direction: readonly Matrix[],
  mode: HessianMode = 'forward-over-reverse'
): GraphNode[] {
  const { graph, by } = problem
  const slopes = gradients(problem)
  if (mode === 'forward-over-reverse') {
    const tangents = by.map((node, index) => ({ node, direction: direction[index] }))
    return forwardSweep({ graph, outputs: slopes, tangents })
  }
  const { add, constant, multiply, sum } = graph.ops
  const along = slopes.map((slope, index) => sum(multiply(slope, constant(direction[index])))).reduce(add)
  return gradients({ graph, output: along, by })
}

/** The matrix of zeros with a single 1, at element e. */
function basis(shape: Matrix, e: number): Matrix {
  const result = zerosLike(shape)
  result.data[e] = 1
  return result
}

/**
 * The whole Jacobian ∂y/∂x of small values, by reverse or by forward mode, whichever needs fewer sweeps.
 *
 * Shapes: y with p elements, x with q elements (both row by row) → [p, q].
 */
export function jacobian(graph: Graph, y: GraphNode, x: GraphNode): Matrix {
  return runToEnd(jacobianTask(graph, y, x))
}

/** The same, sweep by sweep. */
export function* jacobianTask(graph: Graph, y: GraphNode, x: GraphNode): CooperativeTask<Matrix> {
  const p = y.value.data.length
  const q = x.value.data.length
  const result = zeros(p, q)
  if (p <= q) {
    for (let i = 0; i < p; i++) {
      const row = reverseSweep({ graph, output: y, to: [x], seed: basis(y.value, i) }).gradientOf(x)
      result.data.set(row.value.data, i * q)
      yield q
    }
    return result
  }
  for (let j = 0; j < q; j++) {
    const [column] = forwardSweep({ graph, outputs: [y], tangents: [{ node: x, direction: basis(x.value, j) }] })
    for (let i = 0; i < p; i++) result.data[i * q + j] = column.value.data[i]
    yield p
  }
  return result
}

/**
 * The whole matrix of second derivatives of L, for a small number of unknowns: one forward sweep through the gradient a
 * column.
 *
 * Shapes: n elements in all nodes together, node by node, row by row → [n, n].
 */
export function hessian(problem: ScalarFunction): Matrix {
  const { graph, by } = problem
  const slopes = gradients(problem)
  const size = by.reduce((count, { value }) => count + value.data.length, 0)
  const result = zeros(size, size)
  let column = 0
  for (const node of by) {
    for (let e = 0; e < node.value.data.length; e++, column++) {
      const changes = forwardSweep({ graph, outputs: slopes, tangents: [{ node, direction: basis(node.value, e) }] })
      const seconds = changes.flatMap(({ value }) => [...value.data])
      seconds.forEach((second, row) => (result.data[row * size + column] = second))
    }
  }
  return result
}
