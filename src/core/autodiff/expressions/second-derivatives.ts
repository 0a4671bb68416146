import { AppError } from '../../messages/app-error'
import { toRows } from '../../tensor/matrix'
import { ancestorsOf } from '../graph/dependence'
import { hessian, hessianVectorProduct, type HessianMode } from '../graph/derivatives'
import type { GraphNode } from '../ops/operation'
import type { ExpressionGraph, ExpressionInputs } from './expression-graph'
import { matrixOfValue, valueOfMatrix, type TensorValue } from './tensor-value'
import { requireShapeOf } from '../ops/shapes'

/** The most elements of used inputs that a Hessian is formed of. */
export const LARGEST_HESSIAN = 64

/** The inputs that the output depends on. */
export function usedInputs({ inputs, output }: Pick<ExpressionGraph, 'inputs' | 'output'>): Map<string, GraphNode> {
  const ancestors = new Set(ancestorsOf([output]))
  return new Map([...inputs].filter(([, node]) => ancestors.has(node)))
}

/** The number of elements of some nodes together. */
export function elementCount(nodes: Iterable<GraphNode>): number {
  let count = 0
  for (const { value } of nodes) count += value.data.length
  return count
}

/** The element that each row of a Hessian belongs to: `x`, or `A[1, 0]` for an element of a matrix. */
export function elementNames(inputs: ReadonlyMap<string, GraphNode>, numbers: ReadonlySet<GraphNode>): string[] {
  return [...inputs].flatMap(([name, node]) =>
    numbers.has(node)
      ? [name]
      : Array.from({ length: node.value.data.length }, (_, e) => {
          return `${name}[${Math.floor(e / node.value.columns)}, ${e % node.value.columns}]`
        })
  )
}

/**
 * The second derivatives of a program's output by some of its inputs: rows and columns in their order, each flattened by rows. Those of
 * unused inputs are zeros and cost nothing.
 * Throws: graph, where the used inputs have too many elements, and where a second derivative is not finite.
 */
export function expressionHessian(built: ExpressionGraph, inputs: ReadonlyMap<string, GraphNode> = built.inputs): number[][] {
  const { graph, output, numbers } = built
  const used = usedInputs({ inputs, output })
  const size = elementCount(used.values())
  if (size > LARGEST_HESSIAN) throw new AppError('graph.hessian-too-large', { actual: size, limit: LARGEST_HESSIAN })
  const small = size === 0 ? [] : toRows(hessian({ graph, output, by: [...used.values()] }))
  const names = elementNames(used, numbers)
  small.forEach((row, i) =>
    row.forEach((second, j) => {
      if (!Number.isFinite(second)) throw new AppError('graph.no-curvature', { first: names[i], second: names[j] })
    })
  )
  let next = 0
  const rows = [...inputs].flatMap(([name, { value }]) => Array.from(value.data, () => (used.has(name) ? next++ : -1)))
  return rows.map((i) => rows.map((j) => (i < 0 || j < 0 ? 0 : small[i][j])))
}

/**
 * H·v for a direction in the form of the inputs, without forming H; inputs that the direction leaves out do not move.
 * Throws: graph, at a name that is no input; shape.
 */
export function expressionHessianVectorProduct(
  { graph, output, inputs, numbers }: ExpressionGraph,
  direction: ExpressionInputs,
  mode?: HessianMode
): Record<string, TensorValue> {
  const unknown = Object.keys(direction).find((name) => !inputs.has(name))
  if (unknown !== undefined) throw new AppError('graph.direction-name', { name: unknown, inputs: [...inputs.keys()].join(', ') })
  const by = [...inputs.values()]
  const along = [...inputs].map(([name, node]) => {
    const matrix = matrixOfValue(
      direction[name] ?? Array.from({ length: node.value.rows }, () => Array<number>(node.value.columns).fill(0))
    )
    requireShapeOf(`direction of ${name}`, node.value, matrix)
    return matrix
  })
  const products = hessianVectorProduct({ graph, output, by }, along, mode)
  return Object.fromEntries([...inputs].map(([name, node], k) => [name, valueOfMatrix(products[k].value, numbers.has(node))]))
}
