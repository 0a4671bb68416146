import { activationOperations } from '../ops/activation'
import type { Algebra, GraphNode } from '../ops/operation'
import { requireShapeOf } from '../ops/shapes'
import { AppError } from '../../messages/app-error'
import type { Objective } from '../../network/backward'
import { namedTensors, type Parameters } from '../../network/parameters'
import type { NetworkSpec } from '../../network/spec'
import { losses } from '../../nn/losses'
import type { Regularization } from '../../nn/regularizers'
import type { Samples } from '../../nn/targets'
import { zerosLike, type Matrix } from '../../tensor/matrix'
import { directionalDerivative, gradients, hessianVectorProduct, type HessianMode, type ScalarFunction } from './derivatives'
import { Graph } from './graph'
import { lossNode } from './network-losses'

/** A network, what it is trained on, and the batch that the loss is taken of. Parameters and batch in any precision. */
export interface NetworkProblem {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly parameters: Parameters
  readonly samples: Samples
  /** Dropout masks, one entry a layer, as in `forward`. */
  readonly masks?: readonly (Matrix | null)[]
}

/** A network and its loss as a computational graph, in float64. */
export interface NetworkGraph {
  readonly graph: Graph
  /** The batch [batch, inputs]. */
  readonly X: GraphNode
  /** W [in, out] and b [1, out] of every layer; b is null in a network without biases. */
  readonly parameters: readonly { readonly W: GraphNode; readonly b: GraphNode | null }[]
  /** Pre-activations and activations of every layer [batch, units]. */
  readonly layers: readonly { readonly Z: GraphNode; readonly A: GraphNode }[]
  /** The loss of the batch without regularizer. */
  readonly dataLoss: GraphNode
  /** Data loss and regularizer together. */
  readonly loss: GraphNode
}

/** l2 · Σ W² + l1 · Σ |W| of every layer added to the data loss. */
function withPenalty(
  dataLoss: GraphNode,
  weights: readonly GraphNode[],
  { l1 = 0, l2 = 0 }: Regularization,
  { abs, add, constant, multiply, square, sum }: Algebra
): GraphNode {
  const scaled = (factor: number, of: (W: GraphNode) => GraphNode) =>
    factor === 0 ? [] : weights.map((W) => multiply(constant(factor), sum(of(W))))
  return [...scaled(l2, square), ...scaled(l1, abs)].reduce(add, dataLoss)
}

/**
 * Builds the graph of a network's loss: in every layer Z = A·W + b, A = activation(Z), then the loss and the
 * regularizer.
 * Throws: shape.
 */
export function networkGraph({ network, objective, parameters, samples, masks = [] }: NetworkProblem): NetworkGraph {
  const graph = new Graph()
  const { add, apply, constant, matmul, multiply } = graph.ops
  const X = graph.input('X', samples.X)
  const leaves = parameters.map(({ W, b }, l) => ({
    W: graph.input(`W${l + 1}`, W),
    b: b ? graph.input(`b${l + 1}`, b) : null
  }))
  let input = X
  const layers = network.layers.map(({ activation }, l) => {
    const { W, b } = leaves[l]
    const product = matmul(input, W)
    const Z = b ? add(product, b) : product
    const A = apply(activationOperations[activation], Z)
    const mask = masks[l]
    input = mask ? multiply(A, constant(mask)) : A
    return { Z, A }
  })
  const { Z, A } = layers[layers.length - 1]
  const output = losses[objective.loss.kind].reads === 'logits' ? Z : A
  const dataLoss = lossNode({ output, targets: samples.targets, spec: objective.loss, ops: graph.ops })
  const loss = withPenalty(
    dataLoss,
    leaves.map(({ W }) => W),
    objective.regularization,
    graph.ops
  )
  return { graph, X, parameters: leaves, layers, dataLoss, loss }
}

/** The leaves that have a gradient, layer by layer, weights before bias. */
function leavesOf({ parameters }: NetworkGraph): GraphNode[] {
  return parameters.flatMap(({ W, b }) => (b ? [W, b] : [W]))
}

function lossByParameters(net: NetworkGraph): ScalarFunction {
  return { graph: net.graph, output: net.loss, by: leavesOf(net) }
}

/** Values in the order of the leaves, in the form of the parameters. */
function inForm({ parameters }: NetworkGraph, values: readonly GraphNode[]): Parameters {
  const left = values.map(({ value }) => value)
  const take = (leaf: GraphNode) => left.shift() ?? zerosLike(leaf.value)
  return parameters.map(({ W, b }) => ({ W: take(W), b: b ? take(b) : null }))
}

/** A direction in the space of the parameters, in the order of the leaves. Throws: shape. */
function directionFor(net: NetworkGraph, direction: Parameters): Matrix[] {
  const leaves = leavesOf(net)
  const tensors = namedTensors(direction)
  if (tensors.length !== leaves.length) {
    const expected = `${leaves.length} tensors`
    throw new AppError('shape.mismatch', { operation: 'direction', expected, actual: `${tensors.length}` })
  }
  tensors.forEach(({ name, matrix }, index) => requireShapeOf(`direction of ${name}`, leaves[index].value, matrix))
  return tensors.map(({ matrix }) => matrix)
}

/** dLoss/dW and dLoss/db in the form of the parameters, and dLoss/dX, by one reverse sweep. */
export function networkGradients(net: NetworkGraph): { readonly gradients: Parameters; readonly gradX: Matrix } {
  const [gradX, ...others] = gradients({ ...lossByParameters(net), by: [net.X, ...leavesOf(net)] })
  return { gradients: inForm(net, others), gradX: gradX.value }
}

/**
 * ∇Loss · direction, by forward mode.
 *
 * Shapes: the direction has the form of the parameters.
 * Throws: shape.
 */
export function networkDirectionalDerivative(net: NetworkGraph, direction: Parameters): number {
  return directionalDerivative(lossByParameters(net), directionFor(net, direction)).value.data[0]
}

/**
 * H·direction, H being the matrix of second derivatives of the loss by the parameters, in their form.
 *
 * Shapes: the direction has the form of the parameters.
 * Throws: shape.
 */
export function networkHessianVectorProduct(net: NetworkGraph, direction: Parameters, mode?: HessianMode): Parameters {
  return inForm(net, hessianVectorProduct(lossByParameters(net), directionFor(net, direction), mode))
}
