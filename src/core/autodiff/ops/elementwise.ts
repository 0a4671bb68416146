import { zeros } from '../../tensor/matrix'
import type { Algebra, GraphNode, Operation, PartialDerivative } from './operation'
import { requireSameShape } from './shapes'

/** The description of an elementwise operation, without a gate and without a kink unless it names them. */
type Entry = Pick<Operation, 'name' | 'formula' | 'partials'> & Partial<Pick<Operation, 'gate' | 'kink' | 'parameters'>>

function entryOf(entry: Entry): Omit<Operation, 'forward'> {
  return { gate: 'none', kink: null, elementwise: true, ...entry }
}

/** f(x) for every element x. */
export function unary(entry: Entry & { value(x: number): number }): Operation {
  return {
    ...entryOf(entry),
    forward([x]) {
      const y = zeros(x.rows, x.columns)
      for (let e = 0; e < y.data.length; e++) y.data[e] = entry.value(x.data[e])
      return y
    }
  }
}

/** f(a, b) for every pair of elements in the same place. Throws: shape, when a and b differ in shape. */
export function binary(entry: Entry & { value(a: number, b: number): number }): Operation {
  return {
    ...entryOf(entry),
    forward([a, b]) {
      requireSameShape(entry.name, [a, b])
      const y = zeros(a.rows, a.columns)
      for (let e = 0; e < y.data.length; e++) y.data[e] = entry.value(a.data[e], b.data[e])
      return y
    }
  }
}

/**
 * The derivative of an elementwise operation: its Jacobian is diagonal, so both products multiply element by element by
 * the slope.
 */
export function slope(formula: string, slopeOf: (node: GraphNode, ops: Algebra) => GraphNode): PartialDerivative {
  return {
    formula: `g · ${formula}`,
    vjp: (gradOutput, node, ops) => ops.multiply(gradOutput, slopeOf(node, ops)),
    jvp: (tangent, node, ops) => ops.multiply(slopeOf(node, ops), tangent)
  }
}
