import type { JsonObject } from '../formats/json'
import { toRows } from '../tensor/matrix'
import { writeParameters, type NetworkCase } from './network-case'

/** A case in the form in which `readNetworkCase` reads it. */
export function writeNetworkCase({ id, network, objective, parameters, samples: { X, targets } }: NetworkCase): JsonObject {
  const { inputs, layers, bias = true } = network
  return {
    id,
    network: { inputs, layers: layers.map(({ units, activation }) => ({ units, activation })), bias },
    loss: { ...objective.loss },
    regularization: { ...objective.regularization },
    parameters: writeParameters(parameters),
    X: toRows(X),
    y: targets.kind === 'classes' ? Array.from(targets.classes) : toRows(targets.values)
  } as JsonObject
}
