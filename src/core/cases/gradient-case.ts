import { backward, totalLoss } from '../network/backward'
import { forward, outputsOf } from '../network/forward'
import { LabError } from '../errors'
import { toRows } from '../tensor/matrix'
import { readNetworkCase, writeParameters } from './network-case'
import type { Field } from './reader'

/**
 * Loss, outputs and every gradient of one batch.
 * Throws: case, spec; numeric, when the loss is not finite.
 */
export function solveGradientCase(field: Field) {
  const { id, network, objective, parameters, samples } = readNetworkCase(field)
  const cache = forward(network, parameters, samples.X)
  const loss = totalLoss(parameters, cache, samples.targets, objective)
  if (!Number.isFinite(loss)) throw new LabError('case.not-finite', { path: field.path })
  const { gradients, gradX } = backward(network, parameters, cache, samples.targets, objective)
  return {
    id,
    loss,
    outputs: toRows(outputsOf(cache)),
    gradients: writeParameters(gradients),
    inputGradient: toRows(gradX),
  }
}
