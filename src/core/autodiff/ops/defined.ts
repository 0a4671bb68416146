import { AppError } from '../../messages/app-error'
import { shapeOf, zeros, zerosLike, type Matrix } from '../../tensor/matrix'
import type { Operation, PartialDerivative } from './operation'
import { refusing } from './refusing'
import { requireShapeOf } from './shapes'

/**
 * An operation as a user writes it down: what it computes, and how a gradient comes back through it. Plain functions of
 * matrices.
 */
export interface OperationDefinition {
  readonly name: string
  /** The number of its inputs. */
  readonly inputs: number
  readonly formula?: string
  readonly elementwise?: boolean
  forward(inputs: readonly Matrix[]): Matrix
  /** dL/d(input) for every input, in their shapes, from dL/d(output), in the shape of the output. */
  backward(gradOutput: Matrix, inputs: readonly Matrix[], output: Matrix): readonly Matrix[]
}

/** An operation that only a derivative leads to, and that none leads further. */
function final(definition: OperationDefinition, name: string, forward: (values: readonly Matrix[]) => Matrix): Operation {
  return {
    name: `${definition.name} ${name}`,
    formula: '',
    gate: 'none',
    kink: null,
    elementwise: false,
    forward,
    // The inputs, the output, and the gradient or the tangent.
    partials: Array.from({ length: definition.inputs + 2 }, () => refusing('graph.no-second-derivative', definition.name))
  }
}

/** The gradient of one input, its shape checked. Throws: shape. */
function gradientOf(
  { name, backward }: OperationDefinition,
  index: number,
  gradOutput: Matrix,
  inputs: readonly Matrix[],
  output: Matrix
): Matrix {
  const gradients: readonly (Matrix | undefined)[] = backward(gradOutput, inputs, output)
  const gradient = gradients[index]
  const what = `${name} backward, gradient ${index + 1}`
  if (gradient === undefined) {
    throw new AppError('shape.mismatch', { operation: what, expected: shapeOf(inputs[index]), actual: 'nothing' })
  }
  requireShapeOf(what, inputs[index], gradient)
  return gradient
}

/** J·dx, put together from the rows of J: backward, given 1 at one element of the output, answers with that row. */
function forwardDerivative(definition: OperationDefinition, index: number, values: readonly Matrix[]): Matrix {
  const inputs = values.slice(0, definition.inputs)
  const output = values[definition.inputs]
  const tangent = values[definition.inputs + 1]
  const result = zerosLike(output)
  for (let e = 0; e < result.data.length; e++) {
    const basis = zerosLike(output)
    basis.data[e] = 1
    const row = gradientOf(definition, index, basis, inputs, output)
    for (let d = 0; d < row.data.length; d++) result.data[e] += row.data[d] * tangent.data[d]
  }
  return result
}

function partialOf(definition: OperationDefinition, index: number): PartialDerivative {
  const backward = final(definition, 'backward', (values) => {
    const gradOutput = values[definition.inputs + 1]
    return gradientOf(definition, index, gradOutput, values.slice(0, definition.inputs), values[definition.inputs])
  })
  const forward = final(definition, 'forward derivative', (values) => forwardDerivative(definition, index, values))
  return {
    formula: 'backward(g)',
    vjp: (gradOutput, node, { apply }) => apply(backward, ...node.inputs, node, gradOutput),
    jvp: (tangent, node, { apply }) => apply(forward, ...node.inputs, node, tangent)
  }
}

/**
 * An operation defined by a forward/backward pair of plain functions, usable like ours: in reverse and in forward mode.
 * A second derivative would need the derivative of `backward`, which nobody knows, and is refused by name.
 */
export function defineOperation(definition: OperationDefinition): Operation {
  return {
    name: definition.name,
    formula: definition.formula ?? '',
    gate: 'none',
    kink: null,
    elementwise: definition.elementwise ?? false,
    forward(inputs) {
      const { rows, columns, data } = definition.forward(inputs)
      const output = zeros(rows, columns)
      output.data.set(data)
      return output
    },
    partials: Array.from({ length: definition.inputs }, (_, index) => partialOf(definition, index))
  }
}
