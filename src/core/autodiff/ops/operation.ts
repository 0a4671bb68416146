import type { Note } from '../../messages/catalogue'
import type { Matrix } from '../../tensor/matrix'

/**
 * The effect of an operation on a gradient on its way back: it is handed to every input (addition), added up (a
 * value used more than once), multiplied by the other input (multiplication), or sent to the input that was chosen
 * (maximum).
 */
export type Gate = 'distributes' | 'adds up' | 'swaps' | 'routes' | 'none'

/** A value of a computational graph, and how it came about. Always float64. */
export interface GraphNode {
  /** Its place in the order of computation: inputs have smaller numbers than what is computed from them. */
  readonly id: number
  /** Null for a leaf: an input, or a constant. */
  readonly operation: Operation | null
  /** The name of an input; empty for every other node. */
  readonly name: string
  readonly inputs: readonly GraphNode[]
  readonly value: Matrix
}

/**
 * The derivative of an operation with respect to one input x, J = ∂y/∂x, as the two products that it is ever needed in.
 * Both are written in graph operations, so that a gradient is itself a graph and can be differentiated again.
 */
export interface PartialDerivative {
  /** The vector–Jacobian product in plain text, g being the gradient of the output. */
  readonly formula: string
  /** Jᵀg, in the shape of x: the gradient that goes down to x when g arrives from above. */
  vjp(gradOutput: GraphNode, node: GraphNode, ops: Algebra): GraphNode
  /** J·dx, in the shape of the output: how the output changes when x changes by dx. */
  jvp(tangent: GraphNode, node: GraphNode, ops: Algebra): GraphNode
}

/** An operation: a function of matrices and its derivatives as one value. */
export interface Operation {
  readonly name: string
  /** In plain text; y is the output, x (or a, b) the inputs. */
  readonly formula: string
  readonly gate: Gate
  /** Says where it has no derivative, and what is taken there; null where it is smooth. */
  readonly kink: Note | null
  /** Whether element (i, j) of the output depends on nothing but element (i, j) of every input, all of one shape. */
  readonly elementwise: boolean
  /** The axis, indices or bounds that complete it, beside its inputs. */
  readonly parameters?: OperationParameters
  /** Throws: shape. */
  forward(inputs: readonly Matrix[]): Matrix
  /** One entry an input; null where the derivative is zero wherever there is one. */
  readonly partials: readonly (PartialDerivative | null)[]
}

/** Numbers and words that complete an operation. */
export type OperationParameters = Readonly<Record<string, number | string | null | ArrayLike<number>>>

/** Which elements a sum runs over: all → [1, 1], rows → [1, columns], columns → [rows, 1]. */
export type Axis = 'all' | 'rows' | 'columns'

/** Which factor of a matrix product is transposed: A·B, Aᵀ·B or A·Bᵀ. */
export type Transposed = 'none' | 'left' | 'right'

/**
 * The operations as functions that add a node to a graph: the language in which networks, losses and derivatives are
 * written. Where two inputs must have one shape, an input with one row, one column or one element is first repeated
 * (`broadcast`) to fit.
 */
export interface Algebra {
  constant(value: number | Matrix): GraphNode
  /** Any operation, also one that the catalogue does not have. */
  apply(operation: Operation, ...inputs: GraphNode[]): GraphNode
  add(a: GraphNode, b: GraphNode): GraphNode
  subtract(a: GraphNode, b: GraphNode): GraphNode
  multiply(a: GraphNode, b: GraphNode): GraphNode
  divide(a: GraphNode, b: GraphNode): GraphNode
  power(a: GraphNode, b: GraphNode): GraphNode
  powerTerm(c: GraphNode, a: GraphNode, b: GraphNode, logarithms: number): GraphNode
  max(a: GraphNode, b: GraphNode): GraphNode
  min(a: GraphNode, b: GraphNode): GraphNode
  greater(a: GraphNode, b: GraphNode): GraphNode
  negate(x: GraphNode): GraphNode
  exp(x: GraphNode): GraphNode
  ln(x: GraphNode): GraphNode
  sqrt(x: GraphNode): GraphNode
  square(x: GraphNode): GraphNode
  sin(x: GraphNode): GraphNode
  cos(x: GraphNode): GraphNode
  abs(x: GraphNode): GraphNode
  sign(x: GraphNode): GraphNode
  clamp(x: GraphNode, low: number, high: number): GraphNode
  between(x: GraphNode, low: number, high: number): GraphNode
  matmul(a: GraphNode, b: GraphNode, transposed?: Transposed): GraphNode
  sum(x: GraphNode, over?: Axis): GraphNode
  mean(x: GraphNode, over?: Axis): GraphNode
  broadcast(x: GraphNode, rows: number, columns: number): GraphNode
  rowMax(x: GraphNode): GraphNode
  rowMaxShare(x: GraphNode): GraphNode
  transpose(x: GraphNode): GraphNode
  slice(x: GraphNode, row: number | null, column: number | null): GraphNode
  gather(x: GraphNode, indices: ArrayLike<number>): GraphNode
  softmax(x: GraphNode): GraphNode
  logSoftmax(x: GraphNode): GraphNode
}
