import { startLoss } from '../../check/start-loss'
import { lossOf } from '../../nn/losses'
import { said } from '../patient'
import type { Rule } from '../rule'

/** Beyond this many times what is expected, or this part of it, the loss of the untrained network is strange. */
const FACTOR = 2

/** The untrained network's loss is far from that of a network that knows nothing: ln C for softmax. */
export const startLossRule: Rule = {
  source: 'A. Karpathy, A recipe for training neural networks, 2019 (verify loss @ init)',
  examine({ prepared, history }) {
    const { network, loss, train } = prepared
    const found = history.trainLoss[0]
    if (lossOf(loss).task !== 'classification') return null
    const { value: expected } = startLoss(network, loss, train.targets)
    if (!(found > FACTOR * expected || found < expected / FACTOR)) return null
    return {
      severity: 'warning',
      saw: { code: 'doctor.start-loss', details: { found: said(found), expected: said(expected) } },
      advice: { code: 'doctor.start-loss.try', details: {} },
      remedy: null
    }
  }
}
