import { AppError } from '../../messages/app-error'
import type { Gate, GraphNode } from '../ops/operation'
import { toRows } from '../../tensor/matrix'
import { hessian } from '../graph/derivatives'
import { operationName } from '../graph/events'
import { expressionNodes, parseExpression, type ExpressionNodes } from './expression'
import { Graph } from '../graph/graph'
import { reverseSweep, type ReverseSweep } from '../graph/reverse-sweep'

/** One node of an expression's graph, in the order of computation. */
export interface ExpressionNode {
  readonly id: number
  /** The operation's name; `input` or `constant` for a leaf. */
  readonly op: string
  /** The name of an input; empty for every other node. */
  readonly name: string
  /** The ids of the nodes it is computed from. */
  readonly inputs: readonly number[]
  readonly value: number
  /** d(value of the expression)/d(this node); null where no input leads through it, as for constants. */
  readonly gradient: number | null
  readonly gate: Gate
  /** The number of uses of the value. More than once is the copy gate: the gradients of the uses add up. */
  readonly uses: number
}

/** An expression's value and all its first and second derivatives. */
export interface ExpressionDerivatives {
  readonly value: number
  /** d(value)/d(input) of every input given, used or not. */
  readonly gradients: Readonly<Record<string, number>>
  /** Second derivatives; rows and columns in the order of the inputs. */
  readonly hessian: readonly (readonly number[])[]
  readonly nodes: readonly ExpressionNode[]
}

/** An expression at a point, as a graph that sweeps can go through. */
export interface ExpressionGraph extends ExpressionNodes {
  readonly graph: Graph
  readonly inputs: ReadonlyMap<string, GraphNode>
}

function numberOf({ value }: GraphNode): number {
  return value.data[0]
}

/**
 * Builds the graph of an expression at a point: first the inputs, in the order given, then one node for every number
 * and operation.
 * Throws: graph, pointing at the character.
 */
export function expressionGraph(expression: string, inputs: Readonly<Record<string, number>>): ExpressionGraph {
  const tree = parseExpression(expression)
  const graph = new Graph()
  const leaves = new Map(
    Object.entries(inputs).map(([name, value]) => {
      if (!Number.isFinite(value)) throw new AppError('graph.input-not-finite', { name, value: String(value) })
      return [name, graph.input(name, value)]
    })
  )
  return { graph, inputs: leaves, ...expressionNodes(expression, tree, leaves, graph.ops) }
}

/** The first node that is not finite is the one to blame. */
function requireFiniteValue({ graph, output, places }: ExpressionGraph): void {
  if (Number.isFinite(numberOf(output))) return
  const culprit = graph.nodes.find((node) => !Number.isFinite(numberOf(node))) ?? output
  throw new AppError('graph.not-finite', {
    ...(places.get(culprit) ?? { character: 1, offset: 0 }),
    operation: operationName(culprit),
    value: String(numberOf(culprit)),
    inputs: culprit.inputs.map((input) => String(numberOf(input))).join(', ')
  })
}

/** The first node of the sweep that sends on what is not finite is the one to blame. */
function requireFiniteGradients({ inputs, places, output }: ExpressionGraph, { steps, gradientOf }: ReverseSweep): void {
  if ([...inputs.values()].every((input) => Number.isFinite(numberOf(gradientOf(input))))) return
  const sendsNonFinite = (gradient: GraphNode | null) => gradient !== null && !Number.isFinite(numberOf(gradient))
  const culprit = steps.find(({ sent }) => sent.some(sendsNonFinite))?.node ?? output
  throw new AppError('graph.no-derivative', {
    ...(places.get(culprit) ?? { character: 1, offset: 0 }),
    operation: operationName(culprit),
    inputs: culprit.inputs.map((input) => String(numberOf(input))).join(', ')
  })
}

function requireFiniteHessian(rows: readonly (readonly number[])[], names: readonly string[]): void {
  rows.forEach((row, i) =>
    row.forEach((second, j) => {
      if (!Number.isFinite(second)) throw new AppError('graph.no-curvature', { first: names[i], second: names[j] })
    })
  )
}

/**
 * Value, gradient, Hessian and every node of an expression at a point. Kinks as everywhere: |x| and relu at 0 have 0,
 * equal arguments of max and min share the gradient in halves.
 * Throws: graph, pointing at the character, also where the value or a derivative is not finite.
 */
export function graphOf(expression: string, inputs: Readonly<Record<string, number>>): ExpressionDerivatives {
  const built = expressionGraph(expression, inputs)
  const { graph, output } = built
  const nodes = [...graph.nodes]
  requireFiniteValue(built)
  const by = [...built.inputs.values()]
  const sweep = reverseSweep({ graph, output, to: by })
  requireFiniteGradients(built, sweep)
  const seconds = toRows(hessian({ graph, output, by }))
  requireFiniteHessian(seconds, [...built.inputs.keys()])
  const reached = new Set(sweep.steps.map(({ node }) => node))
  const used = nodes.flatMap((node) => node.inputs)
  return {
    value: numberOf(output),
    gradients: Object.fromEntries([...built.inputs].map(([name, node]) => [name, numberOf(sweep.gradientOf(node))])),
    hessian: seconds,
    nodes: nodes.map((node) => ({
      id: node.id,
      op: operationName(node),
      name: node.name,
      inputs: node.inputs.map(({ id }) => id),
      value: numberOf(node),
      gradient: reached.has(node) ? numberOf(sweep.gradientOf(node)) : null,
      gate: node.operation?.gate ?? 'none',
      uses: used.filter((input) => input === node).length
    }))
  }
}
