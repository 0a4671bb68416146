import { metricOf } from '../../metrics/metric'
import { limits } from '../../settings/limits'
import type { Settings } from '../../settings/settings'
import { evaluatedPoints, isSettled, lossShare, toSignificant } from '../evidence/measures'
import type { RunEvidence } from '../evidence/run-evidence'
import type { Remedy, Rule } from './rule'

/** Fractions of the best constant prediction's loss above which the training loss is high, and as good as not lowered. */
const HIGH = 0.3
const NOTHING = 0.8

/** Hidden units in all up to which a network is small, and those proposed instead. */
const FEW_UNITS = 4
const MORE = [16, 16] as const

/** An L1 or L2 penalty above this and a dropout from here on restrict a network. */
const STRONG = 1e-3
const HEAVY_DROPOUT = 0.5

/** Factor by which more epochs are proposed, and the fewest. */
const LONGER = 4
const ENOUGH_EPOCHS = 100

/** The last fifth of the epochs lowered the loss by this fraction: it is still falling. */
const FALLING = 0.05

/** The network, its regularizers or the number of epochs keep it from fitting even its training rows. */
export const underfitting: Rule = {
  source: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, 5.2 (capacity, overfitting and underfitting)',
  examine(evidence) {
    const { settings, epochs, history } = evidence
    const share = lossShare(evidence)
    if (!isSettled(evidence) || epochs < settings.epochs || !(share > HIGH)) return null
    const remedies = remediesFor(evidence)
    if (remedies.length === 0 && share < NOTHING) return null
    const metric = evaluatedPoints(history.trainMetric).at(-1)?.value ?? 0
    return {
      level: share > NOTHING ? 'serious' : 'hint',
      observation: {
        code: 'doctor.underfitting',
        details: {
          loss: toSignificant(share * evidence.baseline),
          baseline: toSignificant(evidence.baseline),
          ...(metricOf(settings.loss) === 'accuracy' ? { percent: toSignificant(100 * metric) } : { r2: toSignificant(metric) })
        }
      },
      advice: { code: 'doctor.underfitting.try', details: {} },
      remedies
    }
  }
}

function remediesFor(evidence: RunEvidence): Remedy[] {
  const { settings } = evidence
  return [...lessRegularized(settings), ...larger(settings), ...(isFalling(evidence) ? longer(settings) : [])]
}

function lessRegularized({ l1, l2, dropout }: Settings): Remedy[] {
  const patch = {
    ...(l1 > STRONG ? { l1: 0 } : {}),
    ...(l2 > STRONG ? { l2: 0 } : {}),
    ...(dropout >= HEAVY_DROPOUT ? { dropout: 0 } : {})
  }
  return Object.keys(patch).length === 0 ? [] : [{ label: { code: 'doctor.do.unregularized', details: {} }, patch }]
}

function larger({ hidden }: Settings): Remedy[] {
  const units = hidden.reduce((sum, one) => sum + one.units, 0)
  if (units > FEW_UNITS) return []
  const activation = hidden.at(0)?.activation ?? 'tanh'
  return [
    {
      label: { code: 'doctor.do.units', details: { units: MORE.join(', ') } },
      patch: { hidden: MORE.map((count) => ({ units: count, activation: activation === 'linear' ? 'tanh' : activation })) }
    }
  ]
}

function longer({ epochs: now }: Settings): Remedy[] {
  const epochs = Math.max(ENOUGH_EPOCHS, LONGER * now)
  return epochs > limits.epochs ? [] : [{ label: { code: 'doctor.do.epochs', details: { epochs } }, patch: { epochs } }]
}

function isFalling({ history }: RunEvidence): boolean {
  const points = evaluatedPoints(history.trainLoss)
  const last = points[points.length - 1]
  const before = points.findLast(({ epoch }) => epoch <= 0.8 * last.epoch) ?? points[0]
  return last.value < (1 - FALLING) * before.value
}
