import { AppError } from '../../messages/app-error'
import { matrixFrom, shapeOf, type Matrix } from '../../tensor/matrix'
import { abs } from './abs'
import { add } from './add'
import { between } from './between'
import { broadcast } from './broadcast'
import { clamp } from './clamp'
import { cos } from './cos'
import { divide } from './divide'
import { exp } from './exp'
import { gather } from './gather'
import { greater } from './greater'
import { ln } from './ln'
import { logSoftmax } from './log-softmax'
import { matmul } from './matmul'
import { max } from './max'
import { mean } from './mean'
import { min } from './min'
import { multiply } from './multiply'
import { negate } from './negate'
import type { Algebra, GraphNode, Operation } from './operation'
import { power } from './power'
import { powerTerm } from './power-term'
import { rowMax } from './row-max'
import { rowMaxShare } from './row-max-share'
import { sign } from './sign'
import { sin } from './sin'
import { slice } from './slice'
import { softmax } from './softmax'
import { sqrt } from './sqrt'
import { square } from './square'
import { subtract } from './subtract'
import { sum } from './sum'
import { transpose } from './transpose'

/** Operations of one input, of two, and those that a number, an axis or indices complete. */
const unaries = { negate, exp, ln, sqrt, square, sin, cos, abs, sign, rowMax, rowMaxShare, softmax, logSoftmax, transpose }
const binaries = { add, subtract, multiply, divide, power, max, min, greater }
const completed = { powerTerm, clamp, between, matmul, sum, mean, broadcast, gather, slice }

/** Every operation but the activations (`activationOperations`), by the name that `Algebra` gives it. */
export const operations = { ...unaries, ...binaries, ...completed }

export type OperationName = keyof typeof operations

/** The graph's side: it adds a constant, and a node computed from others. */
export interface Recorder {
  constant(value: Matrix): GraphNode
  record(operation: Operation, inputs: readonly GraphNode[]): GraphNode
}

/** The size that an axis of two inputs comes to: equal, or one of them 1. */
function commonSize(a: number, b: number): number | null {
  return a === b || b === 1 ? a : a === 1 ? b : null
}

/**
 * Two inputs repeated where they have one row or column only, so that both have one shape.
 * Throws: shape, naming the operation and both shapes.
 */
function sameShape(operation: Operation, a: GraphNode, b: GraphNode, repeat: Algebra['broadcast']): [GraphNode, GraphNode] {
  const rows = commonSize(a.value.rows, b.value.rows)
  const columns = commonSize(a.value.columns, b.value.columns)
  if (rows === null || columns === null) {
    throw new AppError('shape.inputs', {
      operation: operation.name,
      input: 2,
      expected: shapeOf(a.value),
      actual: shapeOf(b.value)
    })
  }
  const fit = (x: GraphNode) => (x.value.rows === rows && x.value.columns === columns ? x : repeat(x, rows, columns))
  return [fit(a), fit(b)]
}

type Bound<Entries, Builder> = { [Name in keyof Entries]: Builder }

function bind<Entries extends Record<string, Operation>, Builder>(entries: Entries, builderOf: (operation: Operation) => Builder) {
  const bound = Object.entries(entries).map(([name, operation]) => [name, builderOf(operation)])
  return Object.fromEntries(bound) as Bound<Entries, Builder>
}

/** The operations, bound to the graph that a recorder adds nodes to. */
export function algebraOf({ constant, record }: Recorder): Algebra {
  const repeat: Algebra['broadcast'] = (x, rows, columns) => record(broadcast(rows, columns), [x])
  const ofOne = (operation: Operation) => (x: GraphNode) => record(operation, [x])
  const ofTwo = (operation: Operation) => (a: GraphNode, b: GraphNode) => record(operation, sameShape(operation, a, b, repeat))
  return {
    constant: (value) => constant(typeof value === 'number' ? matrixFrom([[value]]) : value),
    apply: (operation, ...inputs) => record(operation, inputs),
    ...bind(unaries, ofOne),
    ...bind(binaries, ofTwo),
    powerTerm(c, a, b, logarithms) {
      const operation = powerTerm(logarithms)
      return record(operation, [sameShape(operation, c, a, repeat)[0], a, b])
    },
    clamp: (x, low, high) => record(clamp(low, high), [x]),
    between: (x, low, high) => record(between(low, high), [x]),
    matmul: (a, b, transposed = 'none') => record(matmul(transposed), [a, b]),
    sum: (x, over = 'all') => record(sum(over), [x]),
    mean: (x, over = 'all') => record(mean(over), [x]),
    broadcast: repeat,
    gather: (x, indices) => record(gather(indices), [x]),
    slice: (x, row, column) => record(slice(row, column), [x])
  }
}
