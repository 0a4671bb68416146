import { evaluatedPoints, toSignificant } from '../evidence/measures'
import { clipped, lowerRate } from './remedies'
import type { Rule, Symptom } from './rule'
import type { RunEvidence } from '../evidence/run-evidence'

/** A training loss above this multiple of that before training, and of the best constant prediction's, grows without bound. */
const TIMES = 100

/** Training met a number that is not finite, or the loss grew without bound. */
export const divergence: Rule = {
  source: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, 8.3.1 and 11.4.1 (learning rate)',
  examine(evidence) {
    const { failure, settings, history, baseline } = evidence
    if (failure?.code === 'numeric.diverged') {
      const { step, tensor } = failure.details
      return symptom(evidence, { code: 'doctor.not-finite', details: { step, tensor, learningRate: toSignificant(settings.learningRate) } })
    }
    if (failure?.code.startsWith('numeric.')) return symptom(evidence, failure)
    const points = evaluatedPoints(history.trainLoss)
    const last = points.at(-1)
    if (!last || last.value <= TIMES * Math.max(points[0].value, baseline)) return null
    return symptom(evidence, {
      code: 'doctor.divergence',
      details: { from: toSignificant(points[0].value), to: toSignificant(last.value), epoch: last.epoch }
    })
  }
}

function symptom(evidence: RunEvidence, observation: Symptom['observation']): Symptom {
  return {
    level: 'serious',
    observation,
    advice: { code: 'doctor.divergence.try', details: { scale: evidence.settings.scale } },
    remedies: [...lowerRate(evidence), ...clipped(evidence)]
  }
}
