import { AppError } from '../../messages/app-error'
import { toRows, zeros } from '../../tensor/matrix'
import { runToEnd, type CooperativeTask } from '../../tasks/task'
import type { Gate, GraphNode } from '../ops/operation'
import { jacobianTask } from '../graph/derivatives'
import { operationName } from '../graph/events'
import { reverseSweep, type ReverseSweep } from '../graph/reverse-sweep'
import { gradientCost, type GradientCost } from '../graph/sweep-cost'
import { expressionGraph, type ExpressionGraph, type ExpressionInputs } from './expression-graph'
import { gradientProblem, valueProblem } from './finite'
import { elementCount, expressionHessian, expressionHessianVectorProduct, LARGEST_HESSIAN, usedInputs } from './second-derivatives'
import { valueOfMatrix, type TensorValue } from './tensor-value'

/** One node of a program's graph, in the order of computation. */
export interface ExpressionNode {
  readonly id: number
  /** The operation's name; `input` or `constant` for a leaf. */
  readonly op: string
  /** The name of an input, or the one that a statement gives; empty for every other node. */
  readonly name: string
  /** The ids of the nodes it is computed from. */
  readonly inputs: readonly number[]
  readonly value: TensorValue
  /** d(output)/d(this node), in its shape; null where no input leads through it, as for constants, and where the output is no number. */
  readonly gradient: TensorValue | null
  readonly gate: Gate
  /** The number of uses of the value. More than once is the copy gate: the gradients of the uses add up. */
  readonly uses: number
}

/** A program's value and its derivatives at a point. */
export interface ExpressionDerivatives {
  readonly value: TensorValue
  /** d(value)/d(input) of every input given, used or not, in its shape; when the value has one element. */
  readonly gradients?: Readonly<Record<string, TensorValue>>
  /** Of any other value, for every input: elements of the value × elements of the input, both flattened by rows. */
  readonly jacobians?: Readonly<Record<string, readonly (readonly number[])[]>>
  /** Second derivatives; rows and columns in the order of the inputs, each flattened by rows. */
  readonly hessian?: readonly (readonly number[])[]
  readonly hessianVectorProduct?: Readonly<Record<string, TensorValue>>
  /** The cost of the modes that were asked for. */
  readonly cost?: { readonly value: number } & Partial<Pick<GradientCost, 'forward' | 'reverse'>>
  readonly nodes: readonly ExpressionNode[]
}

/** The modes of differentiation whose cost may be asked for. */
export const differentiationModes = ['forward', 'reverse', 'both'] as const
export type DifferentiationMode = (typeof differentiationModes)[number]

export interface DerivativeOptions {
  /** Whether the Hessian is wanted; `small` gives it, as long as it is small, to programs of numbers alone and beside a direction. */
  readonly hessian?: 'never' | 'small' | 'always'
  /** A direction in the form of the inputs, for the Hessian–vector product. */
  readonly direction?: ExpressionInputs
  readonly mode?: DifferentiationMode
}

/** More rows than anybody reads: beyond, programs of numbers get a Hessian only when it is asked for. */
const MOST_ROWS = 512

function hasSmallHessian({ inputs, output }: ExpressionGraph): boolean {
  return elementCount(inputs.values()) <= MOST_ROWS && elementCount(usedInputs({ inputs, output }).values()) <= LARGEST_HESSIAN
}

function isSmall(built: ExpressionGraph): boolean {
  return [...built.inputs.values()].every((node) => built.numbers.has(node)) && hasSmallHessian(built)
}

function nodesOf({ nodes, names, numbers }: ExpressionGraph, sweep: ReverseSweep | null): ExpressionNode[] {
  const reached = new Set(sweep?.steps.map(({ node }) => node))
  const uses = new Map<GraphNode, number>()
  for (const { inputs } of nodes) for (const input of inputs) uses.set(input, (uses.get(input) ?? 0) + 1)
  return nodes.map((node) => ({
    id: node.id,
    op: operationName(node),
    name: node.name || (names.get(node) ?? ''),
    inputs: node.inputs.map(({ id }) => id),
    value: valueOfMatrix(node.value, numbers.has(node)),
    gradient: sweep && reached.has(node) ? valueOfMatrix(sweep.gradientOf(node).value, numbers.has(node)) : null,
    gate: node.operation?.gate ?? 'none',
    uses: uses.get(node) ?? 0
  }))
}

function* jacobiansOf({ graph, output, inputs }: ExpressionGraph): CooperativeTask<Record<string, number[][]>> {
  const used = usedInputs({ inputs, output })
  const empty = (node: GraphNode) => zeros(output.value.data.length, node.value.data.length)
  const found: [string, number[][]][] = []
  for (const [name, node] of inputs) {
    found.push([name, toRows(used.has(name) ? yield* jacobianTask(graph, output, node) : empty(node))])
  }
  return Object.fromEntries(found)
}

function costOf({ graph, output, inputs, nodes }: ExpressionGraph, mode: DifferentiationMode): ExpressionDerivatives['cost'] {
  const { value, forward, reverse } = gradientCost({ graph, output, nodes, by: [...usedInputs({ inputs, output }).values()] })
  return { value, ...(mode === 'reverse' ? {} : { forward }), ...(mode === 'forward' ? {} : { reverse }) }
}

/**
 * Value, derivatives and every node of a program at a point: gradients of a value of one element, Jacobians of any other. Kinks as
 * everywhere: |x| and relu at 0 have 0, equal arguments of max and min share the gradient in halves.
 * Throws: graph, pointing at the character, also where the value or a derivative is not finite.
 */
export function graphOf(text: string, inputs: ExpressionInputs, options: DerivativeOptions = {}): ExpressionDerivatives {
  return runToEnd(graphTask(text, inputs, options))
}

/** The same, sweep by sweep. */
export function* graphTask(
  text: string,
  inputs: ExpressionInputs,
  options: DerivativeOptions = {}
): CooperativeTask<ExpressionDerivatives> {
  const built = expressionGraph(text, inputs)
  const { graph, output, numbers } = built
  const problem = valueProblem(built)
  if (problem) throw problem.error
  const value = valueOfMatrix(output.value, numbers.has(output))
  const cost = options.mode ? { cost: costOf(built, options.mode) } : {}
  if (output.value.data.length !== 1) {
    if (options.hessian === 'always' || options.direction) throw new AppError('graph.hessian-of-matrix', {})
    return { value, jacobians: yield* jacobiansOf(built), ...cost, nodes: nodesOf(built, null) }
  }
  const sweep = reverseSweep({ graph, output, to: [...built.inputs.values()] })
  const noGradient = gradientProblem(built, sweep)
  if (noGradient) throw noGradient.error
  const { hessian = 'small', direction } = options
  const isWanted = hessian === 'always' || (hessian === 'small' && (direction ? hasSmallHessian(built) : isSmall(built)))
  return {
    value,
    gradients: Object.fromEntries(
      [...built.inputs].map(([name, node]) => [name, valueOfMatrix(sweep.gradientOf(node).value, numbers.has(node))])
    ),
    ...(isWanted ? { hessian: expressionHessian(built) } : {}),
    ...(direction ? { hessianVectorProduct: expressionHessianVectorProduct(built, direction) } : {}),
    ...cost,
    nodes: nodesOf(built, sweep)
  }
}
