import { AppError } from '../../messages/app-error'
import { isFiniteMatrix, shapeOf } from '../../tensor/matrix'
import { operationName } from '../graph/events'
import type { ReverseSweep } from '../graph/reverse-sweep'
import type { GraphNode } from '../ops/operation'
import type { ExpressionGraph } from './expression-graph'

/** A node's inputs in a sentence: numbers as they are, matrices by their shape. */
function inputsOf({ inputs }: GraphNode): string {
  return inputs.map(({ value }) => (value.data.length === 1 ? String(value.data[0]) : shapeOf(value))).join(', ')
}

/** The error of the first node whose value is not finite; null when the output is finite. */
export function valueProblem({ nodes, output, places }: ExpressionGraph): { node: GraphNode; error: AppError } | null {
  if (isFiniteMatrix(output.value)) return null
  const node = nodes.find(({ value }) => !isFiniteMatrix(value)) ?? output
  const error = new AppError('graph.not-finite', {
    ...(places.get(node)?.[0] ?? { character: 1, offset: 0 }),
    operation: operationName(node),
    value: String(node.value.data.find((element) => !Number.isFinite(element))),
    inputs: inputsOf(node)
  })
  return { node, error }
}

/** The error of the first node of a sweep that sends on what is not finite; null when the gradients of the inputs are finite. */
export function gradientProblem(
  { inputs, places, output }: ExpressionGraph,
  { steps, gradientOf }: ReverseSweep
): { node: GraphNode; error: AppError } | null {
  if ([...inputs.values()].every((input) => isFiniteMatrix(gradientOf(input).value))) return null
  const node = steps.find(({ sent }) => sent.some((gradient) => gradient !== null && !isFiniteMatrix(gradient.value)))?.node ?? output
  const error = new AppError('graph.no-derivative', {
    ...(places.get(node)?.[0] ?? { character: 1, offset: 0 }),
    operation: operationName(node),
    inputs: inputsOf(node)
  })
  return { node, error }
}
