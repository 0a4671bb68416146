import { activationOf } from '../../nn/activations'
import { SATURATED_SHARE } from '../evidence/layer-fault'
import { hasNotLearned, mostSaturatedLayer, stepLength } from '../evidence/measures'
import { automaticInitializer, lowerRate, replaceActivations } from './remedies'
import type { Rule } from './rule'

/** First steps of this length have driven units into saturation that did not begin there: see the rule of the learning rate. */
const LONG_STEP = 0.3

/** Sigmoid or tanh units are nearly always at an end of their range, where the derivative is almost 0, and nothing was learned. */
export const saturation: Rule = {
  source: 'X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010 (saturation)',
  examine(evidence) {
    const found = mostSaturatedLayer(evidence.layers)
    if (!hasNotLearned(evidence) || !found || found.saturated === null || found.saturated <= SATURATED_SHARE) return null
    const { layer, activation } = found
    const isInitial = (mostSaturatedLayer(evidence.untrained)?.saturated ?? 0) > SATURATED_SHARE
    const wasThrown = !isInitial && stepLength(evidence.untrained) > LONG_STEP
    const relu = replaceActivations(evidence, (name) => activationOf(name).saturates, 'relu')
    return {
      level: wasThrown ? 'hint' : 'serious',
      observation: { code: 'doctor.saturation', details: { layer, activation, percent: Math.round(100 * found.saturated) } },
      advice: { code: 'doctor.saturation.try', details: {} },
      remedies: wasThrown ? [...lowerRate(evidence), ...relu] : [...automaticInitializer(evidence), ...relu, ...lowerRate(evidence)]
    }
  }
}
