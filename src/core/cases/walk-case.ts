import { AppError } from '../messages/app-error'
import { freshOptimizerState } from '../network/update'
import { toRows, type Matrix } from '../tensor/matrix'
import { Walk } from '../walk/walk-batch'
import type { NetworkSpec } from '../network/spec'
import { readNetworkCase } from './network-case'
import { readOptimizer } from './training-case'
import type { CaseField } from './reader'

/** The most consecutive steps that a case may ask for. */
const MOST_STEPS = 1000

/**
 * Every number of consecutive steps on one batch: one walk a step, the optimizer's memory carried on.
 * Throws: case, spec; case.not-finite, when a number is not finite on the way.
 */
export function solveWalkCase(field: CaseField) {
  const { id, network, objective, parameters: initial, samples } = readNetworkCase(field)
  const { optimizer, learningRate } = readOptimizer(field.field('optimizer'))
  const masks = readMasks(field.field('masks'), network, samples.X.rows)
  const steps = field.field('steps').isPresent ? field.field('steps').whole(1, MOST_STEPS) : 1
  const clip = field.field('clip').isPresent ? field.field('clip').number() : null
  let parameters = initial
  let state = freshOptimizerState(optimizer, initial)
  const walks = Array.from({ length: steps }, () => {
    const walk = new Walk({ network, objective, parameters, batch: samples, masks, optimizer, learningRate, state, clip })
    const { firstNotFinite } = walk
    if (firstNotFinite) throw new AppError('case.walk-not-finite', { path: field.path, ...firstNotFinite })
    ;({ parameters, state } = walk.after)
    return {
      steps: walk.steps.map((step) => ({ id: step.id, phase: step.phase, shape: step.shape, value: valueOf(walk, step.id) }))
    }
  })
  return { id, walks }
}

function valueOf({ tensors }: Walk, id: string): number[][] {
  const tensor = tensors.get(id)
  return tensor ? toRows(tensor.matrix) : []
}

/** Dropout masks, one a layer or null; none where the case has no such field. */
function readMasks(field: CaseField, { layers }: NetworkSpec, rows: number): (Matrix | null)[] {
  if (!field.isPresent) return []
  return field.itemsOf(layers.length).map((mask, l) => (mask.isNull ? null : mask.matrix(rows, layers[l].units)))
}
