import { gradientNorm, hasNotLearned, toSignificant } from '../evidence/measures'
import { automaticInitializer, clipped, fewerLayers, lowerRate } from './remedies'
import type { Rule } from './rule'

/** Norm of the untrained network's gradient above which it has exploded; a usual one is between 0.1 and 10. */
const NORM = 100

/** The untrained network's loss as a multiple of the best constant prediction's, without which a large gradient may be one of large targets. */
const TIMES = 5

/** Signals and gradients grow from layer to layer, so that the first steps are far too long. */
export const explodingGradients: Rule = {
  source: 'R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural networks, 2013 (norms, clipping)',
  examine(evidence) {
    const { untrained, history, baseline, failure } = evidence
    if (!failure && !hasNotLearned(evidence)) return null
    const norm = gradientNorm(untrained)
    if (untrained.length < 3 || !(norm > NORM) || !(history.trainLoss[0] > TIMES * baseline)) return null
    return {
      level: 'serious',
      observation: {
        code: 'doctor.exploding-gradients',
        details: { norm: toSignificant(norm), loss: toSignificant(history.trainLoss[0]), expected: toSignificant(baseline) }
      },
      advice: { code: 'doctor.exploding-gradients.try', details: {} },
      remedies: [...automaticInitializer(evidence), ...clipped(evidence), ...fewerLayers(evidence), ...lowerRate(evidence)]
    }
  }
}
