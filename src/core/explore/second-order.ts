import { expressionGraph, type ExpressionInputs } from '../autodiff/expressions/expression-graph'
import { elementNames, expressionHessian, usedInputs } from '../autodiff/expressions/second-derivatives'
import { valueOfMatrix, type TensorValue } from '../autodiff/expressions/tensor-value'
import { gradients, hessianVectorProduct, jacobian, type HessianMode } from '../autodiff/graph/derivatives'
import { AppError } from '../messages/app-error'
import { copy, toRows, type Matrix } from '../tensor/matrix'
import { shapedDirection } from './hessian-product'

/** Second derivatives by the used inputs, and their product with a direction v: in both ways, and as a difference of gradients. */
export interface SecondOrder {
  /** The element that each row belongs to. */
  readonly names: readonly string[]
  readonly hessian: readonly (readonly number[])[]
  readonly direction: readonly number[]
  readonly forwardOverReverse: readonly number[]
  readonly twoReverseSweeps: readonly number[]
  /** (∇f(x + hv) − ∇f(x − hv)) / 2h. */
  readonly difference: readonly number[]
}

/** The step of the difference of gradients. */
const STEP = 1e-5

function flat(matrices: readonly Matrix[]): number[] {
  return matrices.flatMap(({ data }) => [...data])
}

function gradientsAt(text: string, inputs: ExpressionInputs): number[] {
  const built = expressionGraph(text, inputs)
  return flat(gradients({ graph: built.graph, output: built.output, by: [...usedInputs(built).values()] }).map(({ value }) => value))
}

/**
 * The Hessian of a program over its used inputs, and its product with a direction.
 * Throws: graph, when the output is not one number, the inputs have too many elements, or a derivative is not finite.
 */
export function secondOrder(text: string, inputs: ExpressionInputs, given: readonly number[] | null): SecondOrder {
  const built = expressionGraph(text, inputs)
  const { graph, output, numbers } = built
  if (output.value.data.length !== 1) throw new AppError('graph.hessian-of-matrix', {})
  const used = usedInputs(built)
  const hessian = expressionHessian(built, used)
  const by = [...used.values()]
  const along = shapedDirection(given, by)
  const product = (mode: HessianMode) => flat(hessianVectorProduct({ graph, output, by }, along, mode).map(({ value }) => value))
  const moved = (step: number): ExpressionInputs => {
    const entries = [...used].map(([name, node], k): [string, TensorValue] => {
      const matrix = copy(node.value)
      along[k].data.forEach((v, e) => (matrix.data[e] += step * v))
      return [name, valueOfMatrix(matrix, numbers.has(node))]
    })
    return { ...inputs, ...Object.fromEntries(entries) }
  }
  const [above, below] = by.length === 0 ? [[], []] : [gradientsAt(text, moved(STEP)), gradientsAt(text, moved(-STEP))]
  return {
    names: elementNames(used, numbers),
    hessian,
    direction: flat(along),
    forwardOverReverse: by.length === 0 ? [] : product('forward-over-reverse'),
    twoReverseSweeps: by.length === 0 ? [] : product('two-reverse-sweeps'),
    difference: above.map((value, e) => (value - below[e]) / (2 * STEP))
  }
}

/** A program's Jacobian by one of its inputs. */
export interface ShownJacobian {
  readonly input: string
  /** The elements of the input. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly number[])[]
}

/** The largest Jacobian that is shown: 64 by 64. */
const MOST_ENTRIES = 4096

/**
 * The Jacobians of a program's output by its used inputs: elements of the output × elements of the input.
 * Throws: graph, where one has too many entries.
 */
export function shownJacobians(text: string, inputs: ExpressionInputs): ShownJacobian[] {
  const built = expressionGraph(text, inputs)
  const { graph, output, numbers } = built
  return [...usedInputs(built)].map(([input, node]) => {
    const entries = output.value.data.length * node.value.data.length
    if (entries > MOST_ENTRIES) throw new AppError('graph.jacobian-too-large', { name: input, actual: entries, limit: MOST_ENTRIES })
    return { input, columns: elementNames(new Map([[input, node]]), numbers), rows: toRows(jacobian(graph, output, node)) }
  })
}
