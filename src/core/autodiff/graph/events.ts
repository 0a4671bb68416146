import type { Gate, GraphNode, PartialDerivative } from '../ops/operation'
import { zeros, zerosLike, type Matrix } from '../../tensor/matrix'
import type { Graph } from './graph'
import type { ReverseSweep, SweepStep } from './reverse-sweep'

/**
 * ∂(node)/∂(input). Elementwise: one slope an element, in the input's shape. Else the Jacobian [elements out, elements
 * in], row by row.
 */
export interface LocalGradient {
  readonly kind: 'elementwise' | 'jacobian'
  readonly values: Matrix
}

/** One input's part in a step of the sweep: downstream gradient = local gradient × upstream gradient. */
export interface EventInput {
  readonly node: number
  readonly value: Matrix
  /**
   * The formula of the downstream gradient, in plain text, g being the upstream gradient; empty where the derivative
   * is zero.
   */
  readonly formula: string
  /** Null where the derivative is zero, or too large to be written out. */
  readonly local: LocalGradient | null
  /** The gradient sent to the input; null where nothing is. */
  readonly downstream: Matrix | null
}

/** One node of a reverse sweep as plain data that a view can replay. */
export interface SweepEvent {
  readonly node: number
  /** The operation's name; `input` or `constant` for a leaf. */
  readonly operation: string
  /** The name of the input. */
  readonly name: string
  readonly gate: Gate
  readonly value: Matrix
  /**
   * The gradients that the uses of the node sent; `from` is null for the gradient that the sweep begins with. More than one: they add
   * up.
   */
  readonly contributions: readonly { readonly from: number | null; readonly gradient: Matrix }[]
  /** The upstream gradient: the sum of the contributions. */
  readonly upstream: Matrix
  readonly inputs: readonly EventInput[]
}

/** The most elements of a Jacobian that an event carries: 64 by 64. */
const LARGEST_JACOBIAN = 4096

/** The operation's name; `input` or `constant` for a leaf. */
export function operationName({ operation, name }: GraphNode): string {
  return operation?.name ?? (name === '' ? 'constant' : 'input')
}

/** The local gradient of a node with respect to one of its inputs; null where it is too large to be written out. */
export function localGradientOf(graph: Graph, node: GraphNode, index: number, partial: PartialDerivative): LocalGradient | null {
  const { ops } = graph
  const out = node.value
  if (node.operation?.elementwise) {
    const ones = zerosLike(out)
    ones.data.fill(1)
    return { kind: 'elementwise', values: partial.vjp(ops.constant(ones), node, ops).value }
  }
  const width = node.inputs[index].value.data.length
  if (out.data.length * width > LARGEST_JACOBIAN) return null
  const values = zeros(out.data.length, width)
  for (let row = 0; row < out.data.length; row++) {
    const basis = zerosLike(out)
    basis.data[row] = 1
    values.data.set(partial.vjp(ops.constant(basis), node, ops).value.data, row * width)
  }
  return { kind: 'jacobian', values }
}

function eventOf(graph: Graph, { node, contributions, gradOutput, sent }: SweepStep): SweepEvent {
  return {
    node: node.id,
    operation: operationName(node),
    name: node.name,
    gate: node.operation?.gate ?? 'none',
    value: node.value,
    contributions: contributions.map(({ from, gradient }) => ({ from: from?.id ?? null, gradient: gradient.value })),
    upstream: gradOutput.value,
    inputs: node.inputs.map((input, index) => {
      const partial = node.operation?.partials[index]
      return {
        node: input.id,
        value: input.value,
        formula: partial?.formula ?? '',
        local: partial ? localGradientOf(graph, node, index, partial) : null,
        downstream: sent[index]?.value ?? null
      }
    })
  }
}

/**
 * A finished reverse sweep as plain data: one event a node, in the order of the sweep, from the output back to the
 * leaves.
 */
export function sweepEvents(graph: Graph, { steps }: ReverseSweep): SweepEvent[] {
  return steps.map((step) => eventOf(graph, step))
}
