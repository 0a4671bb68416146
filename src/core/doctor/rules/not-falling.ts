import { toSignificant, sightings } from './patient'
import type { Rule } from './rule'

/** Epochs after which a loss that learns has begun to fall. */
const PATIENCE = 10

/** It stands still when the latter half of the run took off less than this part of it, */
const STILL = 0.01

/** and it is not simply done: it is still above this part of where it began. */
const DONE = 0.5

/** What is tried: a rate so many times larger, or smaller where the loss went up; much smaller where it is twice what it was at first. */
const STEP = 3
const LONG_STEP = 10

/** The training loss does not fall although it is still high. */
export const notFalling: Rule = {
  source: 'CS231n notes, Neural Networks Part 3 (loss function, learning rate)',
  examine({ history, settings }) {
    const seen = sightings(history.trainLoss)
    const last = seen.at(-1)
    if (!last || last.epoch < PATIENCE) return null
    const start = seen[0]
    const middle = seen.find(({ epoch }) => epoch >= last.epoch / 2) ?? start
    if (last.value < DONE * start.value || last.value < (1 - STILL) * middle.value) return null
    const rises = last.value > middle.value
    const step = last.value > 2 * start.value ? LONG_STEP : STEP
    const learningRate = toSignificant(rises ? settings.learningRate / step : settings.learningRate * step)
    return {
      severity: 'warning',
      saw: {
        code: rises ? 'doctor.rising' : 'doctor.not-falling',
        details: { from: toSignificant(middle.value), to: toSignificant(last.value), first: middle.epoch, last: last.epoch }
      },
      advice: { code: rises ? 'doctor.rising.try' : 'doctor.not-falling.try', details: {} },
      remedy: { label: { code: 'doctor.do.learning-rate', details: { value: learningRate } }, patch: { learningRate } }
    }
  }
}
