import { layerFault } from '../evidence/layer-fault'
import { evaluatedPoints, hasNotLearned, stepLength, toSignificant } from '../evidence/measures'
import { higherRate } from './remedies'
import type { Rule } from './rule'

/** Length of a step, relative to the weights, below which so many epochs change little; near 1e-2 the first one is healthy. */
const SHORT_STEP = 1e-3

/** The training loss falls so slowly that little was learned, and each step changes the weights by next to nothing. */
export const rateTooLow: Rule = {
  source: 'CS231n notes, Neural Networks Part 3 (loss curves and learning rates; ratio of updates to weights, about 1e-3)',
  examine(evidence) {
    const step = stepLength(evidence.untrained)
    if (!hasNotLearned(evidence) || !(step < SHORT_STEP) || layerFault(evidence.untrained)) return null
    const points = evaluatedPoints(evidence.history.trainLoss)
    const [first, last] = [points[0], points[points.length - 1]]
    if (last.value > first.value * 1.1) return null
    return {
      level: 'serious',
      observation: {
        code: 'doctor.rate-too-low',
        details: {
          learningRate: toSignificant(evidence.settings.learningRate),
          from: toSignificant(first.value),
          to: toSignificant(last.value),
          epochs: last.epoch,
          step: step.toExponential(0)
        }
      },
      advice: { code: 'doctor.rate-too-low.try', details: {} },
      remedies: higherRate(evidence)
    }
  }
}
