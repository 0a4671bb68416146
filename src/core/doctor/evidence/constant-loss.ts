import { startLoss } from '../../check/start-loss'
import { ln } from '../../math/ln'
import { activate } from '../../network/forward'
import { lossOf } from '../../nn/losses'
import { gatherTargets, targetCount, type Targets } from '../../nn/targets'
import type { Prepared } from '../../preparation/prepare'
import { createRandom, drawPlaces } from '../../random/random'
import { zeros } from '../../tensor/matrix'

/** Rows that the loss is computed on. */
const MOST_ROWS = 20_000

/** Frequency that counts for a class without rows: its logarithm is finite. */
const RARE = 1e-6

/**
 * Computes the data loss of the best constant prediction, which uses no input: of the classes' frequencies p (the entropy −Σ p ln p for
 * cross-entropy), or of the targets' mean; the loss of random guessing where that is lower.
 * A network has learned what it is below this.
 * Source: S. Kullback, R. Leibler, "On information and sufficiency", 1951; A. Karpathy, "A recipe for training neural networks", 2019
 * (input-independent baseline).
 */
export function constantLoss({ network, loss: spec, train }: Pick<Prepared, 'network' | 'loss' | 'train'>): number {
  const count = targetCount(train.targets)
  const places = drawPlaces(count, MOST_ROWS, createRandom(1))
  const targets = gatherTargets(train.targets, places)
  const output = network.layers[network.layers.length - 1]
  const loss = lossOf(spec)
  const logits = loss.task === 'classification'
  const row = constantRow(targets, output.units, logits)
  const Z = zeros(places.length, output.units)
  for (let e = 0; e < Z.data.length; e++) Z.data[e] = row[e % output.units]
  const value = loss.value(loss.reads === 'logits' || !logits ? Z : activate(Z, output), targets)
  const least = Math.min(value, startLoss(network, spec, targets).value)
  return spec.reduction === 'sum' ? (least * count) / places.length : least
}

/** ln p of each class, ln (p / (1 − p)) of each label, or the mean of each number. */
function constantRow(targets: Targets, units: number, logits: boolean): Float64Array {
  const row = new Float64Array(units)
  if (targets.kind === 'classes') {
    for (const one of targets.classes) row[one] += 1 / targets.classes.length
    return row.map((p) => ln(Math.max(p, RARE)))
  }
  const { data, rows } = targets.values
  for (let e = 0; e < data.length; e++) row[e % units] += data[e] / rows
  return logits ? row.map((p) => ln(Math.max(p, RARE) / Math.max(1 - p, RARE))) : row
}
