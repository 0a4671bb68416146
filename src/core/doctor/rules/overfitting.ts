import { lowest, toSignificant, evaluatedPoints } from './run-evidence'
import type { Rule } from './rule'

/** Generalization loss, in percent, above which a test loss counts as rising. */
const ALPHA = 5

/** Epochs since the minimum below which a rise counts as noise. */
const PATIENCE = 10

const FIRST_L2 = 0.001
const STRONGER = 3

/**
 * The test loss rises while the training loss falls: GL = 100 · (E / E_opt − 1) > 5, E being the test loss and E_opt its lowest so far.
 */
export const overfitting: Rule = {
  source: 'L. Prechelt, Early stopping – but when?, 1998 (generalization loss)',
  examine({ history, settings }) {
    const points = evaluatedPoints(history.testLoss)
    const best = lowest(points)
    const last = points.at(-1)
    if (!best || !last || last.epoch < best.epoch + PATIENCE || best.value <= 0) return null
    const rise = 100 * (last.value / best.value - 1)
    if (rise <= ALPHA || history.trainLoss[last.epoch] >= history.trainLoss[best.epoch]) return null
    const l2 = settings.l2 === 0 ? FIRST_L2 : toSignificant(settings.l2 * STRONGER)
    return {
      severity: 'warning',
      observation: {
        code: 'doctor.overfitting',
        details: { best: toSignificant(best.value), epoch: best.epoch, now: toSignificant(last.value), percent: Math.round(rise) }
      },
      advice: { code: 'doctor.overfitting.try', details: { epoch: best.epoch } },
      remedy: { label: { code: 'doctor.do.l2', details: { value: l2 } }, patch: { l2 } }
    }
  }
}
