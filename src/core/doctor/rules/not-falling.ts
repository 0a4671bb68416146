import { toSignificant, evaluatedPoints } from './run-evidence'
import type { Rule } from './rule'

/** Epochs after which the loss of a network that learns has begun to decrease. */
const PATIENCE = 10

/** The loss has stalled when the latter half of the run lowered it by less than this fraction … */
const STILL = 0.01

/** … and training is not simply done: it is still above this fraction of the initial loss. */
const DONE = 0.5

/** Factors by which a larger rate is proposed, or a smaller one where the loss rose; the long one where it is twice the initial loss. */
const STEP = 3
const LONG_STEP = 10

/** The training loss does not decrease although it is still high. */
export const notFalling: Rule = {
  source: 'CS231n notes, Neural Networks Part 3 (loss function, learning rate)',
  examine({ history, settings }) {
    const points = evaluatedPoints(history.trainLoss)
    const last = points.at(-1)
    if (!last || last.epoch < PATIENCE) return null
    const start = points[0]
    const middle = points.find(({ epoch }) => epoch >= last.epoch / 2) ?? start
    if (last.value < DONE * start.value || last.value < (1 - STILL) * middle.value) return null
    const rises = last.value > middle.value
    const step = last.value > 2 * start.value ? LONG_STEP : STEP
    const learningRate = toSignificant(rises ? settings.learningRate / step : settings.learningRate * step)
    return {
      severity: 'warning',
      observation: {
        code: rises ? 'doctor.rising' : 'doctor.not-falling',
        details: { from: toSignificant(middle.value), to: toSignificant(last.value), first: middle.epoch, last: last.epoch }
      },
      advice: { code: rises ? 'doctor.rising.try' : 'doctor.not-falling.try', details: {} },
      remedy: { label: { code: 'doctor.do.learning-rate', details: { value: learningRate } }, patch: { learningRate } }
    }
  }
}
