import { evaluatedPoints, toSignificant } from '../evidence/measures'
import { lowerRate } from './remedies'
import type { Rule } from './rule'

/** Epochs before the last one whose median is the level the run had come to. */
const BEFORE = 10

/** The last loss as a multiple of that level, and their distance as a fraction of the best constant prediction's loss. */
const TIMES = 3
const DISTANCE = 0.1

/** A distance from which on what was learned is lost. */
const LOST = 0.25

/** The training loss jumped up in the very last epochs, so that the result is worse than it was shortly before. */
export const spike: Rule = {
  source: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, 8.2.4 (cliffs); N. Qian, 1999 (steps too long for the curvature)',
  examine(evidence) {
    const { history, epochs, settings, failure, baseline } = evidence
    const points = evaluatedPoints(history.trainLoss)
    if (failure || epochs < settings.epochs || points.length <= BEFORE) return null
    const last = points[points.length - 1]
    const before = points.slice(-1 - BEFORE, -1).map(({ value }) => value)
    const usual = before.sort((a, b) => a - b)[BEFORE / 2]
    const distance = (last.value - usual) / baseline
    if (last.value < TIMES * usual || distance < DISTANCE) return null
    const best = { label: { code: 'doctor.do.keep-best', details: {} }, patch: { keepBest: true } } as const
    return {
      level: distance > LOST ? 'serious' : 'hint',
      observation: {
        code: 'doctor.spike',
        details: { last: toSignificant(last.value), usual: toSignificant(usual), epochs: BEFORE }
      },
      advice: { code: 'doctor.spike.try', details: {} },
      remedies: [...lowerRate(evidence), best]
    }
  }
}
