import { oneHot } from '../ops/gather'
import { activationOperations } from '../ops/activation'
import type { Algebra, GraphNode } from '../ops/operation'
import { losses, type LossKind, type LossOptionName, type LossSpec } from '../../nn/losses'
import { classesOf, valuesOf, type Targets } from '../../nn/targets'
import { zerosLike, type Matrix } from '../../tensor/matrix'

/**
 * The operands of a loss: the output layer's logits or activations, as the catalogue says, and what they should
 * be.
 */
interface LossInputs {
  readonly output: GraphNode
  readonly targets: Targets
  readonly spec: LossSpec
  readonly ops: Algebra
}

/** The number a loss was given, else its default. */
function optionOf({ kind, ...given }: LossSpec, name: LossOptionName): number {
  const options: Readonly<Partial<Record<LossOptionName, { readonly default: number }>>> = losses[kind].options
  return given[name] ?? options[name]?.default ?? NaN
}

function mapped(matrix: Matrix, f: (element: number) => number): Matrix {
  const result = zerosLike(matrix)
  for (let e = 0; e < result.data.length; e++) result.data[e] = f(matrix.data[e])
  return result
}

/** a − y, in the shape of the output. */
function residual({ output, targets, spec, ops: { constant, subtract } }: LossInputs): GraphNode {
  return subtract(output, constant(valuesOf(targets, output.value, spec.kind)))
}

/** Every loss of the catalogue, composed of operations: the sum that its mean is taken of. */
const sums: Record<LossKind, (inputs: LossInputs) => GraphNode> = {
  'softmax-cross-entropy'({ output, targets, spec, ops: { constant, gather, logSoftmax, multiply, negate, sum } }) {
    const classes = classesOf(targets, output.value, spec.kind)
    const surprise = negate(gather(logSoftmax(output), classes))
    const { classWeights } = spec
    if (!classWeights) return sum(surprise)
    const weights = mapped(surprise.value, () => 0)
    classes.forEach((c, i) => (weights.data[i] = classWeights[c]))
    return sum(multiply(constant(weights), surprise))
  },

  // −ln σ(z) = softplus(−z) and −ln(1 − σ(z)) = softplus(z): finite at every z.
  'binary-cross-entropy'({ output, targets, spec, ops: { add, apply, constant, multiply, negate, sum } }) {
    const y = valuesOf(targets, output.value, spec.kind)
    const weight = optionOf(spec, 'positiveWeight')
    const softplus = (z: GraphNode) => apply(activationOperations.softplus, z)
    const positive = multiply(constant(mapped(y, (target) => weight * target)), softplus(negate(output)))
    const negative = multiply(constant(mapped(y, (target) => 1 - target)), softplus(output))
    return sum(add(positive, negative))
  },

  'mean-squared-error'(inputs) {
    const { square, sum } = inputs.ops
    return sum(square(residual(inputs)))
  },

  'mean-absolute-error'(inputs) {
    const { abs, sum } = inputs.ops
    return sum(abs(residual(inputs)))
  },

  // With c = d held between −δ and δ: c (d − ½ c) is ½ d² inside and δ (|d| − ½ δ) outside.
  huber(inputs) {
    const { clamp, constant, multiply, subtract, sum } = inputs.ops
    const delta = optionOf(inputs.spec, 'delta')
    const d = residual(inputs)
    const c = clamp(d, -delta, delta)
    return sum(multiply(c, subtract(d, multiply(constant(0.5), c))))
  },

  // Σ over j ≠ y of max(0, s_j − s_y + m): the right class is taken out by a factor 0.
  'multiclass-hinge'({ output, targets, spec, ops: { add, apply, constant, gather, multiply, subtract, sum } }) {
    const classes = classesOf(targets, output.value, spec.kind)
    const excess = add(subtract(output, gather(output, classes)), constant(optionOf(spec, 'margin')))
    const others = mapped(oneHot(classes, output.value.columns), (isRight) => 1 - isRight)
    return sum(multiply(constant(others), apply(activationOperations.relu, excess)))
  }
}

/**
 * The data loss of a batch as a node: [1, 1].
 *
 * Shapes: output [batch, units].
 * Throws: shape.
 */
export function lossNode(inputs: LossInputs): GraphNode {
  const { output, spec, ops } = inputs
  const total = sums[spec.kind](inputs)
  if (spec.reduction === 'sum') return total
  const { rows, data } = output.value
  return ops.divide(total, ops.constant(losses[spec.kind].averages === 'rows' ? rows : data.length))
}
