import { startLoss } from '../../check/start-loss'
import { lossOf } from '../../nn/losses'
import { gatherTargets } from '../../nn/targets'
import { createRandom, drawPlaces } from '../../random/random'
import { toSignificant } from './run-evidence'
import type { Rule } from './rule'

/** A loss of the untrained network above this multiple of the expected one, or below its reciprocal, is reported. */
const FACTOR = 2

/** Rows sampled for the expected loss, where it depends on the class weights. */
const MOST_ROWS = 20_000

/** The untrained network's loss is far from that of random guessing: ln C for softmax. */
export const startLossRule: Rule = {
  source: 'A. Karpathy, A recipe for training neural networks, 2019 (verify loss @ init)',
  examine({ prepared, history }) {
    const { network, loss, train } = prepared
    const found = history.trainLoss[0]
    if (lossOf(loss).task !== 'classification') return null
    const some = drawPlaces(train.rows.length, MOST_ROWS, createRandom(1))
    const { value: expected } = startLoss(network, loss, gatherTargets(train.targets, some))
    if (!(found > FACTOR * expected || found < expected / FACTOR)) return null
    return {
      severity: 'warning',
      observation: { code: 'doctor.start-loss', details: { found: toSignificant(found), expected: toSignificant(expected) } },
      advice: { code: 'doctor.start-loss.try', details: {} },
      remedy: null
    }
  }
}
