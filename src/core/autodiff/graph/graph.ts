import { AppError } from '../../messages/app-error'
import { algebraOf } from '../ops/catalogue'
import type { Algebra, GraphNode, Operation } from '../ops/operation'
import { copy, matrixFrom, type Matrix } from '../../tensor/matrix'

/**
 * A computational graph, written down while it is computed: every value is a node that knows the operation and the
 * inputs it came from. Nodes are numbered in the order of computation, so that going down the numbers is a reverse
 * sweep. Always float64.
 */
export class Graph {
  private readonly recorded: GraphNode[] = []
  /** The operations that add a node to this graph. */
  readonly ops: Algebra = algebraOf({
    constant: (value) => this.add(null, '', [], copy(value, 'f64')),
    record: (operation, inputs) => this.record(operation, inputs)
  })

  /** Every node so far, in the order of computation. */
  get nodes(): readonly GraphNode[] {
    return this.recorded
  }

  /** The nodes that gradients are asked for unless others are given. */
  get inputs(): GraphNode[] {
    return this.recorded.filter(({ operation, name }) => operation === null && name !== '')
  }

  /** A leaf with a name: something that the result can be differentiated by. The value is copied. */
  input(name: string, value: number | Matrix): GraphNode {
    return this.add(null, name, [], typeof value === 'number' ? matrixFrom([[value]]) : copy(value, 'f64'))
  }

  private record(operation: Operation, inputs: readonly GraphNode[]): GraphNode {
    const expected = operation.partials.length
    if (inputs.length !== expected) {
      throw new AppError('graph.input-count', { operation: operation.name, expected, actual: inputs.length })
    }
    if (inputs.some((input) => this.recorded[input.id] !== input)) {
      throw new AppError('graph.other-graph', { operation: operation.name })
    }
    return this.add(operation, '', inputs, operation.forward(inputs.map(({ value }) => value)))
  }

  private add(operation: Operation | null, name: string, inputs: readonly GraphNode[], value: Matrix): GraphNode {
    const node: GraphNode = { id: this.recorded.length, operation, name, inputs, value }
    this.recorded.push(node)
    return node
  }
}
