import { toSignificant } from './patient'
import type { Rule } from './rule'

/** A run that diverged is tried again with this part of its rate. */
const SMALLER = 0.1

/** Training met a number that is not finite: what it was, and what most likely led there. */
export const notFinite: Rule = {
  source: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, 8.3.1; R. Pascanu, T. Mikolov, Y. Bengio, 2013 (clipping)',
  examine({ failure, settings }) {
    if (failure?.code !== 'numeric.diverged') return null
    const { step, tensor } = failure.details
    const learningRate = toSignificant(settings.learningRate * SMALLER)
    return {
      severity: 'grave',
      saw: { code: 'doctor.not-finite', details: { step, tensor, learningRate: toSignificant(settings.learningRate) } },
      advice: { code: 'doctor.not-finite.try', details: { scale: settings.scale } },
      remedy: { label: { code: 'doctor.do.learning-rate', details: { value: learningRate } }, patch: { learningRate } }
    }
  }
}
