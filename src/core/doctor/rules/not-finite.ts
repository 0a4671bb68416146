import { toSignificant } from './run-evidence'
import type { Rule } from './rule'

/** Factor of the learning rate proposed after divergence. */
const SMALLER = 0.1

/** Training met a number that is not finite: its step and tensor, and the most likely cause. */
export const notFinite: Rule = {
  source: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, 8.3.1; R. Pascanu, T. Mikolov, Y. Bengio, 2013 (clipping)',
  examine({ failure, settings }) {
    if (failure?.code !== 'numeric.diverged') return null
    const { step, tensor } = failure.details
    const learningRate = toSignificant(settings.learningRate * SMALLER)
    return {
      severity: 'serious',
      observation: { code: 'doctor.not-finite', details: { step, tensor, learningRate: toSignificant(settings.learningRate) } },
      advice: { code: 'doctor.not-finite.try', details: { scale: settings.scale } },
      remedy: { label: { code: 'doctor.do.learning-rate', details: { value: learningRate } }, patch: { learningRate } }
    }
  }
}
