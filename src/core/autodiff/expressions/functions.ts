import { type AppError } from '../../messages/app-error'
import type { TextCode } from '../../messages/catalogue'
import { activationNames } from '../../nn/activations'
import { shapeOf, zeros, type Matrix } from '../../tensor/matrix'
import { activationOperations } from '../ops/activation'
import type { Algebra, Axis, GraphNode } from '../ops/operation'

/** A call of a function, as the function sees it. */
export interface FunctionCall {
  readonly ops: Algebra
  readonly args: readonly GraphNode[]
  /** Whether an argument is a number written in the text. */
  isConstant(index: number): boolean
  /** An error that points at an argument. */
  wrong(index: number, code: TextCode, details?: Readonly<Record<string, string | number>>): AppError
}

/** A function that expressions may call. */
export interface ExpressionFunction {
  /** The least and the greatest number of arguments. */
  readonly takes: readonly [number, number]
  /** Whether the result is one number, whatever the arguments; else it is one where they all are. */
  readonly isNumber?: (count: number) => boolean
  /** Whether it is composed of several operations, and drawn as one node that opens. */
  readonly isComposite?: true
  build(call: FunctionCall): GraphNode
}

/** The axis of sum and mean as NumPy counts it: 0 adds up the rows, 1 the columns. */
function axisOf({ args, isConstant, wrong }: FunctionCall): Axis {
  if (args.length === 1) return 'all'
  const axis = args[1].value.data[0]
  if (!isConstant(1) || (axis !== 0 && axis !== 1)) throw wrong(1, 'graph.axis')
  return axis === 0 ? 'rows' : 'columns'
}

/** Column indices, one a row of the first argument. */
function indicesOf({ args: [scores, labels], wrong }: FunctionCall): number[] {
  const { rows, columns } = scores.value
  const indices = [...labels.value.data]
  if (indices.length !== rows) throw wrong(1, 'graph.label-count', { expected: rows, actual: indices.length })
  const bad = indices.find((index) => !Number.isInteger(index) || index < 0 || index >= columns)
  if (bad !== undefined) throw wrong(1, 'graph.label-range', { actual: bad, largest: columns - 1 })
  return indices
}

/** Makes sure that a factor or bound is one number. */
function requireNumber({ args, wrong }: FunctionCall, index: number): void {
  if (args[index].value.data.length !== 1) throw wrong(index, 'graph.number-argument')
}

/** 1 everywhere but in the column of each row's label. */
function allBut(indices: readonly number[], { rows, columns }: Matrix): Matrix {
  const result = zeros(rows, columns)
  result.data.fill(1)
  indices.forEach((index, i) => (result.data[i * columns + index] = 0))
  return result
}

const one = () => true

/** f of each element. */
function unary(name: 'exp' | 'ln' | 'sqrt' | 'sin' | 'cos' | 'abs' | 'softmax' | 'logSoftmax'): ExpressionFunction {
  return { takes: [1, 1], build: ({ ops, args: [x] }) => ops[name](x) }
}

/** Every activation by its stored name, with `_` in place of `-`, which would be a minus. */
const activationFunctions: Readonly<Record<string, ExpressionFunction>> = Object.fromEntries(
  activationNames.map((name): [string, ExpressionFunction] => [
    name.replaceAll('-', '_'),
    { takes: [1, 1], build: ({ ops, args: [x] }) => ops.apply(activationOperations[name], x) }
  ])
)

/** The losses of the catalogue as functions: the mean over rows for classes, over elements for values. */
const lossFunctions: Readonly<Record<string, ExpressionFunction>> = {
  crossentropy: {
    takes: [2, 2],
    isNumber: one,
    isComposite: true,
    build(call) {
      const { ops, args } = call
      return ops.mean(ops.negate(ops.gather(ops.logSoftmax(args[0]), indicesOf(call))))
    }
  },
  // −ln σ(z) = softplus(−z) and −ln(1 − σ(z)) = softplus(z): finite at every z.
  bce: {
    takes: [2, 3],
    isNumber: one,
    isComposite: true,
    build(call) {
      const { ops, args } = call
      const [z, y] = args
      const softplus = (x: GraphNode) => ops.apply(activationOperations.softplus, x)
      const positive = ops.multiply(y, softplus(ops.negate(z)))
      if (args.length === 3) requireNumber(call, 2)
      const weighted = args.length === 3 ? ops.multiply(args[2], positive) : positive
      return ops.mean(ops.add(weighted, ops.multiply(ops.subtract(ops.constant(1), y), softplus(z))))
    }
  },
  mse: {
    takes: [2, 2],
    isNumber: one,
    isComposite: true,
    build: ({ ops, args: [a, y] }) => ops.mean(ops.square(ops.subtract(a, y)))
  },
  mae: {
    takes: [2, 2],
    isNumber: one,
    isComposite: true,
    build: ({ ops, args: [a, y] }) => ops.mean(ops.abs(ops.subtract(a, y)))
  },
  // With c = d held between −δ and δ: c (d − ½ c) is ½ d² inside and δ (|d| − ½ δ) outside.
  huber: {
    takes: [2, 3],
    isNumber: one,
    isComposite: true,
    build(call) {
      const { ops, args, isConstant, wrong } = call
      const delta = args.length === 3 ? args[2].value.data[0] : 1
      if (args.length === 3 && (!isConstant(2) || !(delta > 0))) throw wrong(2, 'graph.positive-constant')
      const d = ops.subtract(args[0], args[1])
      const c = ops.clamp(d, -delta, delta)
      return ops.mean(ops.multiply(c, ops.subtract(d, ops.multiply(ops.constant(0.5), c))))
    }
  },
  // Σ over j ≠ y of max(0, s_j − s_y + m): the right class is taken out by a factor 0.
  hinge: {
    takes: [2, 3],
    isNumber: one,
    isComposite: true,
    build(call) {
      const { ops, args } = call
      const indices = indicesOf(call)
      if (args.length === 3) requireNumber(call, 2)
      const margin = args.length === 3 ? args[2] : ops.constant(1)
      const excess = ops.add(ops.subtract(args[0], ops.gather(args[0], indices)), margin)
      const others = ops.constant(allBut(indices, args[0].value))
      return ops.mean(ops.sum(ops.multiply(others, ops.apply(activationOperations.relu, excess)), 'columns'))
    }
  }
}

/** The functions that expressions may call, by name. */
export const functions: Readonly<Record<string, ExpressionFunction>> = {
  max: { takes: [2, 2], build: ({ ops, args: [a, b] }) => ops.max(a, b) },
  min: { takes: [2, 2], build: ({ ops, args: [a, b] }) => ops.min(a, b) },
  ...activationFunctions,
  exp: unary('exp'),
  ln: unary('ln'),
  log: unary('ln'),
  sqrt: unary('sqrt'),
  sin: unary('sin'),
  cos: unary('cos'),
  abs: unary('abs'),
  sum: { takes: [1, 2], isNumber: (count) => count === 1, build: (call) => call.ops.sum(call.args[0], axisOf(call)) },
  mean: { takes: [1, 2], isNumber: (count) => count === 1, build: (call) => call.ops.mean(call.args[0], axisOf(call)) },
  norm: { takes: [1, 1], isNumber: one, isComposite: true, build: ({ ops, args: [x] }) => ops.sqrt(ops.sum(ops.square(x))) },
  dot: {
    takes: [2, 2],
    isNumber: one,
    isComposite: true,
    build({ ops, args: [a, b], wrong }) {
      const isSame = a.value.rows === b.value.rows && a.value.columns === b.value.columns
      if (!isSame) throw wrong(1, 'graph.dot-shapes', { first: shapeOf(a.value), second: shapeOf(b.value) })
      return ops.sum(ops.multiply(a, b))
    }
  },
  softmax: unary('softmax'),
  logsoftmax: unary('logSoftmax'),
  pick: { takes: [2, 2], build: (call) => call.ops.gather(call.args[0], indicesOf(call)) },
  ...lossFunctions
}

/** The functions that expressions may call. */
export const expressionFunctions: readonly string[] = Object.keys(functions)
