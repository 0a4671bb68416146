import { evaluatedPoints, hasNotLearned, isSettled, lossShare, stepLength, toSignificant, type CurvePoint } from '../evidence/measures'
import { lowerRate } from './remedies'
import type { Rule } from './rule'

/** Length of the first step, relative to the weights, above which it destroys what the weights were; twice that is a hint by itself. */
const LONG_STEP = 0.3
const LONGEST_STEP = 1

/** Mean rise of ln(loss) an epoch in the latter half of the run above which the loss bounces. */
const BOUNCE = 0.1

/** A loss above this multiple of the initial one has risen. */
const RISEN = 1.1

/** Steps overshoot the minimum: the training loss bounces or rises instead of falling, or the result is worthless on other rows. */
export const rateTooHigh: Rule = {
  source: 'CS231n notes, Neural Networks Part 3 (loss curves and learning rates; ratio of updates to weights, about 1e-3)',
  examine(evidence) {
    if (!isSettled(evidence)) return null
    const points = evaluatedPoints(evidence.history.trainLoss)
    const step = stepLength(evidence.untrained)
    const [first, last] = [points[0].value, points[points.length - 1].value]
    const isStuck = hasNotLearned(evidence) && (last > RISEN * first || bounce(points) > BOUNCE || step > LONG_STEP)
    const test = evaluatedPoints(evidence.history.testLoss).at(-1)?.value ?? 0
    const isWorthless = step > LONGEST_STEP && test > evidence.baseline
    if (!isStuck && !(step > LONGEST_STEP)) return null
    return {
      level: isStuck || isWorthless ? 'serious' : 'hint',
      observation: {
        code: 'doctor.rate-too-high',
        details: {
          learningRate: toSignificant(evidence.settings.learningRate),
          last: toSignificant(last),
          percent: toSignificant(100 * lossShare(evidence)),
          ...(Number.isFinite(step) ? { step: toSignificant(step, 2) } : {})
        }
      },
      advice: { code: 'doctor.rate-too-high.try', details: {} },
      remedies: lowerRate(evidence)
    }
  }
}

/** Mean rise of the relative loss between neighbouring points of the latter half, falls counting as 0. */
function bounce(points: readonly CurvePoint[]): number {
  const late = points.slice(Math.floor(points.length / 2))
  const rises = late.slice(1).map(({ value }, i) => Math.max(0, value / late[i].value - 1))
  return rises.reduce((sum, one) => sum + one, 0) / Math.max(1, rises.length)
}
