import { forward, outputsOf } from '../../network/forward'
import type { Parameters } from '../../network/parameters'
import { lossOf } from '../../nn/losses'
import { gatherSamples, gatherTargets } from '../../nn/targets'
import type { Prepared } from '../../preparation/prepare'
import { createRandom, drawPlaces } from '../../random/random'
import { gatherRows } from '../../tensor/matrix'

/** Rows that the deviation is estimated from. */
const MOST_ROWS = 500

/**
 * Computes the standard error of the mean test loss, s / √n, from the losses of up to `rows` test rows; null with fewer than two.
 * Source: S. Raschka, "Model evaluation, model selection, and algorithm selection in machine learning", 2018.
 */
export function testError({ network, loss: spec, test }: Prepared, parameters: Parameters, rows: number): number | null {
  const places = drawPlaces(test.rows.length, Math.min(rows, MOST_ROWS), createRandom(1))
  const count = places.length
  if (count < 2) return null
  const { X, targets } = gatherSamples(test, places)
  const cache = forward(network, parameters, X)
  const loss = lossOf({ ...spec, reduction: 'mean' })
  const outputs = loss.reads === 'logits' ? cache[cache.length - 1].Z : outputsOf(cache)
  const each = Float64Array.from({ length: count }, (_, i) => loss.value(gatherRows(outputs, [i]), gatherTargets(targets, [i])))
  const mean = each.reduce((sum, one) => sum + one, 0) / count
  const variance = each.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / (count - 1)
  const error = Math.sqrt(variance / test.rows.length)
  return spec.reduction === 'sum' ? error * test.rows.length : error
}
