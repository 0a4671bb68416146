import { AppError } from '../../messages/app-error'
import { isFiniteMatrix } from '../../tensor/matrix'
import { Graph } from '../graph/graph'
import type { GraphNode } from '../ops/operation'
import { compileProgram, type CompiledProgram } from './compile'
import { parseProgram } from './program'
import { matrixOfValue, type TensorValue } from './tensor-value'

/** The values of a program's inputs, in order. */
export type ExpressionInputs = Readonly<Record<string, TensorValue>>

/** A program at a point, as a graph that sweeps can go through. */
export interface ExpressionGraph extends CompiledProgram {
  readonly graph: Graph
  readonly inputs: ReadonlyMap<string, GraphNode>
  /** The nodes of the program, in the order of computation; sweeps add others to the graph. */
  readonly nodes: readonly GraphNode[]
}

function inputNode(graph: Graph, name: string, value: TensorValue): GraphNode {
  const matrix = matrixOfValue(value)
  if (isFiniteMatrix(matrix)) return graph.input(name, matrix)
  const bad = matrix.data.find((element) => !Number.isFinite(element))
  throw new AppError('graph.input-not-finite', { name, value: String(bad) })
}

/**
 * Builds the graph of a program at a point: first the inputs, in the order given, then one node for every number and operation.
 * Throws: graph, pointing at the character.
 */
export function expressionGraph(text: string, inputs: ExpressionInputs): ExpressionGraph {
  const statements = parseProgram(text)
  const graph = new Graph()
  const leaves = new Map(Object.entries(inputs).map(([name, value]) => [name, inputNode(graph, name, value)]))
  const numbers = new Set([...leaves].filter(([name]) => typeof inputs[name] === 'number').map(([, node]) => node))
  const compiled = compileProgram({ text, statements, graph, inputs: leaves, numbers })
  return { graph, inputs: leaves, nodes: [...graph.nodes], ...compiled }
}
