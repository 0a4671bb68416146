import { metricOf } from '../../metrics/metric'
import { evaluatedPoints, lowest, toSignificant } from '../evidence/measures'
import type { RunEvidence } from '../evidence/run-evidence'
import { wilson } from '../evidence/wilson'
import type { Remedy, Rule } from './rule'

/** Generalization loss, in percent, above which a test loss counts as rising. */
const ALPHA = 5

/** Epochs since the minimum below which a rise counts as wobble. */
const PATIENCE = 10

/** The least rise that matters, as a fraction of the best constant prediction's loss. */
const LOUD = 0.1

/** The training loss has fallen when it is below this fraction of what it was at the minimum. */
const FALLEN = 0.95

/** Fractions of the best constant prediction's loss between which a loss is neither better nor worse. */
const BETTER = 0.9
const WORSE = 1.1

/** Rises in standard errors of the test loss: below the lower one nothing is said, above the higher one it is no chance (95 %). */
const WOBBLE = 0.5
const NOISE = 1.96

/** L2 that is proposed where there is none, its factor where there is some, and where that ends. */
const FIRST_L2 = 0.001
const STRONGER = 3
const MOST_L2 = 0.1

/**
 * The test loss rises while the training loss falls: GL = 100 · (E / E_opt − 1) > 5, E being the test loss and E_opt its lowest so far.
 * It is serious where the rise exceeds the test set's noise, where the loss has become worse than a constant prediction's, or where the
 * accuracies then and now are outside each other's Wilson intervals.
 */
export const overfitting: Rule = {
  source: 'L. Prechelt, Early stopping – but when?, 1998 (generalization loss); E. Wilson, 1927 (interval)',
  examine(evidence) {
    const { history, failure, testError } = evidence
    const points = evaluatedPoints(history.testLoss)
    const best = lowest(points)
    const last = points.at(-1)
    if (failure || !best || !last || last.epoch < best.epoch + PATIENCE || best.value <= 0) return null
    const rise = last.value - best.value
    const percent = (100 * rise) / best.value
    if (percent <= ALPHA || history.trainLoss[last.epoch] > FALLEN * history.trainLoss[best.epoch]) return null
    const noise = testError ?? 0
    const isLoud =
      (rise > NOISE * noise && rise > LOUD * evidence.baseline) ||
      isWorthless(evidence, best.value, last.value) ||
      hasMetricFallen(evidence, best.epoch, last.epoch)
    if (!isLoud && rise < WOBBLE * noise) return null
    return {
      level: isLoud ? 'serious' : 'hint',
      observation: {
        code: 'doctor.overfitting',
        details: {
          best: toSignificant(best.value),
          epoch: best.epoch,
          now: toSignificant(last.value),
          percent: Math.round(percent),
          ...(testError === null ? {} : { noise: toSignificant(NOISE * testError, 2) })
        }
      },
      advice: { code: 'doctor.overfitting.try', details: { epoch: best.epoch } },
      remedies: [...earlyStopping(evidence), ...moreL2(evidence)]
    }
  }
}

function isWorthless({ baseline }: RunEvidence, best: number, now: number): boolean {
  return now > WORSE * baseline && best < BETTER * baseline
}

function hasMetricFallen({ history, settings, prepared }: RunEvidence, best: number, now: number): boolean {
  if (metricOf(settings.loss) !== 'accuracy') return false
  const [before, after, rows] = [history.testMetric[best], history.testMetric[now], prepared.test.rows.length]
  return before > wilson(after, rows).high && after < wilson(before, rows).low
}

function earlyStopping({ settings: { stop, keepBest } }: RunEvidence): Remedy[] {
  if (keepBest && stop.patience !== null) return []
  return [
    {
      label: { code: 'doctor.do.early-stopping', details: { patience: stop.patience ?? PATIENCE } },
      patch: { keepBest: true, stop: { ...stop, patience: stop.patience ?? PATIENCE } }
    }
  ]
}

function moreL2({ settings: { l2 } }: RunEvidence): Remedy[] {
  const value = l2 === 0 ? FIRST_L2 : toSignificant(l2 * STRONGER, 1)
  return value > MOST_L2 ? [] : [{ label: { code: 'doctor.do.l2', details: { value } }, patch: { l2: value } }]
}
