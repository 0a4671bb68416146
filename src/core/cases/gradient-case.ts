import { backwardTask, totalLoss } from '../network/backward'
import { forwardTask, outputsOf } from '../network/forward'
import { AppError } from '../messages/app-error'
import type { Parameters } from '../network/parameters'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { toRows } from '../tensor/matrix'
import { networkDirectionalDerivative, networkGraph, networkHessianVectorProduct, type NetworkProblem } from '../autodiff/graph/network'
import { readNetworkCase, readParameters, writeParameters } from './network-case'
import type { CaseField } from './reader'

/** The answer to a case of gradients; the last two where the case has a direction. */
type GradientAnswer = {
  readonly id: string | number | null
  readonly loss: number
  readonly outputs: number[][]
  readonly gradients: ReturnType<typeof writeParameters>
  readonly inputGradient: number[][]
  readonly directionalDerivative?: number
  readonly hessianVectorProduct?: ReturnType<typeof writeParameters>
}

/**
 * Computes loss, outputs and every gradient of one batch; with a `direction`, also the derivative along it and the Hessian-vector
 * product.
 * Throws: case, spec; numeric, when the loss is not finite.
 */
export function solveGradientCase(field: CaseField) {
  return runToEnd(solveGradientCaseTask(field))
}

/** The same, part by part; it yields multiplications. */
export function* solveGradientCaseTask(field: CaseField): CooperativeTask<GradientAnswer> {
  const { id, network, objective, parameters, samples } = readNetworkCase(field)
  const along = field.field('direction')
  const cache = yield* forwardTask(network, parameters, samples.X)
  const loss = totalLoss(parameters, cache, samples.targets, objective)
  if (!Number.isFinite(loss)) throw new AppError('case.not-finite', { path: field.path })
  const { gradients, gradX } = yield* backwardTask(network, parameters, cache, samples.targets, objective)
  return {
    id,
    loss,
    outputs: toRows(outputsOf(cache)),
    gradients: writeParameters(gradients),
    inputGradient: toRows(gradX),
    ...(along.isPresent ? secondOrder({ network, objective, parameters, samples }, readParameters(along, network)) : {})
  }
}

function secondOrder(problem: NetworkProblem, direction: Parameters) {
  const graph = networkGraph(problem)
  return {
    directionalDerivative: networkDirectionalDerivative(graph, direction),
    hessianVectorProduct: writeParameters(networkHessianVectorProduct(graph, direction))
  }
}
