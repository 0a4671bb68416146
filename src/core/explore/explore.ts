import { expressionGraph, type ExpressionGraph, type ExpressionInputs } from '../autodiff/expressions/expression-graph'
import { gradientProblem, valueProblem } from '../autodiff/expressions/finite'
import type { ExpressionNote } from '../autodiff/expressions/shapes'
import { usedInputs } from '../autodiff/expressions/second-derivatives'
import { reverseSweep, type ReverseSweep } from '../autodiff/graph/reverse-sweep'
import { gradientCost, type GradientCost } from '../autodiff/graph/sweep-cost'
import type { Gate, GraphNode } from '../autodiff/ops/operation'
import { toWire, type WireError } from '../messages/app-error'
import { foldedNodes, type DrawnNode } from './fold'

/** A value or gradient of a drawn node: its first elements, by rows. */
export interface ShownTensor {
  readonly rows: number
  readonly columns: number
  readonly isNumber: boolean
  readonly elements: readonly number[]
}

/** One drawn node with its numbers, as plain data. */
export interface ShownNode {
  readonly id: number
  readonly op: string
  readonly symbol: string
  /** The name of an input, or the one that a statement gives. */
  readonly name: string
  readonly gate: Gate
  readonly inputs: readonly number[]
  readonly value: ShownTensor
  /** Null where no gradient arrives. */
  readonly gradient: ShownTensor | null
  /** Where in the text it stands: UTF-16 units from 0, every occurrence. */
  readonly offsets: readonly number[]
  readonly opens: boolean
  /** The first value or derivative that is not finite is here. */
  readonly problem: WireError | null
}

/** A program at a point as a picture shows it. */
export interface ShownGraph {
  /** In the order of computation. */
  readonly nodes: readonly ShownNode[]
  readonly output: number
  /** The outputs of composed functions whose inside is shown. */
  readonly opened: readonly number[]
  readonly unusedInputs: readonly string[]
  readonly notes: readonly ExpressionNote[]
}

/** The most elements of a tensor that a picture carries. */
export const MOST_ELEMENTS = 64

/** More nodes than this are not counted at every change. */
const MOST_COUNTED = 400

/** The first elements of a node's value or gradient. */
export function shownTensor({ value: { rows, columns, data } }: GraphNode, isNumber: boolean): ShownTensor {
  return { rows, columns, isNumber, elements: Array.from(data.subarray(0, MOST_ELEMENTS)) }
}

/** A program with its reverse sweep, and its first problem. Kept from question to question about the same program. */
export interface Explored {
  readonly built: ExpressionGraph
  /** Null where the output is not one number. */
  readonly sweep: ReverseSweep | null
  readonly problem: { readonly node: GraphNode; readonly error: WireError } | null
  readonly drawn: readonly DrawnNode[]
  /** The names in the text. Some are of inputs that no node is: labels, which have no gradient. */
  readonly mentioned: ReadonlySet<string>
}

/**
 * Builds a program's graph, sweeps it once, and finds its first number that is not finite, which does not stop the rest.
 * Throws: graph, where the text has no meaning.
 */
export function explore(text: string, inputs: ExpressionInputs, opened: readonly number[] = []): Explored {
  const built = expressionGraph(text, inputs)
  const { graph, output } = built
  const isSingle = output.value.data.length === 1
  const sweep = isSingle ? reverseSweep({ graph, output, to: [...built.inputs.values()] }) : null
  const found = valueProblem(built) ?? (sweep && gradientProblem(built, sweep))
  const problem = found && { node: found.node, error: toWire(found.error) }
  const mentioned = new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu))
  return { built, sweep, problem, drawn: foldedNodes(built, new Set(opened)), mentioned }
}

/** The cost in both modes of all derivatives by the used inputs; null where the program is too large to count at once. It follows from the shapes alone. */
export function costOf({ built: { graph, output, inputs, nodes } }: Explored): GradientCost | null {
  if (nodes.length > MOST_COUNTED) return null
  return gradientCost({ graph, output, nodes, by: [...usedInputs({ inputs, output }).values()] })
}

/** The picture of an explored program. */
export function shownGraph({ built, sweep, problem, drawn, mentioned }: Explored): ShownGraph {
  const { names, numbers, places, notes, output, inputs, groups } = built
  const reached = new Set(sweep?.steps.map(({ node }) => node))
  const used = usedInputs(built)
  const shown = new Set(drawn.map(({ node }) => node))
  const nodes = drawn.map(({ node, op, symbol, inputs, inside, opens }): ShownNode => ({
    id: node.id,
    op,
    symbol,
    name: node.name || (names.get(node) ?? ''),
    gate: opens ? 'none' : (node.operation?.gate ?? 'none'),
    inputs: inputs.map(({ id }) => id),
    value: shownTensor(node, numbers.has(node)),
    gradient: sweep && reached.has(node) ? shownTensor(sweep.gradientOf(node), numbers.has(node)) : null,
    offsets: (places.get(node) ?? []).map(({ offset }) => offset),
    opens,
    problem: problem && inside.has(problem.node) ? problem.error : null
  }))
  return {
    nodes,
    output: output.id,
    opened: groups
      .map(({ nodes }) => nodes[nodes.length - 1])
      .flatMap((end) => (shown.has(end) && !drawn.some((one) => one.node === end && one.opens) ? [end.id] : [])),
    unusedInputs: [...inputs.keys()].filter((name) => !used.has(name) && !mentioned.has(name)),
    notes
  }
}
