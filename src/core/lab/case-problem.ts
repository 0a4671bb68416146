import type { NetworkCase } from '../cases/network-case'
import { scopeFor } from '../check/work'
import { AppError } from '../messages/app-error'
import type { BackwardProblem } from '../mistakes/backward-problem'
import type { LayerParameters } from '../network/parameters'
import type { Samples } from '../nn/targets'
import { copy } from '../tensor/matrix'

/** The problem that a case asks. */
export function problemOf({ network, objective, parameters, samples }: NetworkCase): BackwardProblem {
  return { network, objective, parameters, batch: samples }
}

/**
 * The case of a network in training: its weights, its batch and its objective, in float64 and without dropout, which a backward pass that
 * somebody writes does not know. Throws: request.case-too-large, where not every gradient can be compared.
 */
export function caseOfRun(id: string, { network, objective, parameters, batch }: BackwardProblem): NetworkCase {
  if (scopeFor(network, batch.X.rows) !== 'all') throw new AppError('request.case-too-large')
  return {
    id,
    network: { ...network, layers: network.layers.map(({ units, activation }) => ({ units, activation })) },
    objective,
    parameters: parameters.map(({ W, b }): LayerParameters => ({ W: copy(W, 'f64'), b: b && copy(b, 'f64') })),
    samples: inFloat64(batch)
  }
}

function inFloat64({ X, targets }: Samples): Samples {
  return {
    X: copy(X, 'f64'),
    targets:
      targets.kind === 'classes'
        ? { kind: 'classes', classes: targets.classes.slice() }
        : { kind: 'values', values: copy(targets.values, 'f64') }
  }
}
