import { toSignificant, evaluatedPoints } from './run-evidence'
import type { Rule } from './rule'

/** Limits of the update-to-weight ratio; near 1e-3 it is healthy. */
const LOW = 1e-5
const HIGH = 3e-2

/** Small updates are no fault once the loss has fallen to this fraction of its initial value. */
const DONE = 0.5

const STEP = 10

/** A step changes the weights of a layer by far more, or far less, than a thousandth of their norm. */
export const updateRatio: Rule = {
  source: 'CS231n notes, Neural Networks Part 3 (ratio of weights to updates, about 1e-3)',
  examine({ layers, history, settings }) {
    const points = evaluatedPoints(history.trainLoss)
    const isDone = points.length > 0 && (points.at(-1)?.value ?? 0) < DONE * points[0].value
    const large = layers.find((one) => one.updateRatio > HIGH)
    const small = isDone ? undefined : layers.find((one) => one.updateRatio < LOW)
    const found = large ?? small
    if (!found) return null
    const learningRate = toSignificant(large ? settings.learningRate / STEP : settings.learningRate * STEP)
    return {
      severity: 'hint',
      observation: {
        code: large ? 'doctor.update-large' : 'doctor.update-small',
        details: { layer: found.layer, ratio: found.updateRatio.toExponential(1) }
      },
      advice: { code: large ? 'doctor.update-large.try' : 'doctor.update-small.try', details: {} },
      remedy: { label: { code: 'doctor.do.learning-rate', details: { value: learningRate } }, patch: { learningRate } }
    }
  }
}
