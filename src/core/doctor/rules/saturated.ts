import { replaceActivation } from './replace-activation'
import type { Rule } from './rule'

/** Fraction of saturated activations above which hardly any gradient passes a layer. */
const SHARE = 0.5

/** Sigmoid or tanh units are nearly always at an end of their range, where the derivative is almost 0. */
export const saturated: Rule = {
  source: 'X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010',
  examine({ layers, settings }) {
    const found = layers.find((one) => one.saturated !== null && one.saturated > SHARE)
    if (!found || found.saturated === null) return null
    const { layer, activation } = found
    return {
      severity: 'warning',
      observation: { code: 'doctor.saturated', details: { layer, activation, percent: Math.round(100 * found.saturated) } },
      advice: { code: 'doctor.saturated.try', details: {} },
      remedy: {
        label: { code: 'doctor.do.activation', details: { layer, activation: 'relu' } },
        patch: { hidden: replaceActivation(settings.hidden, layer, 'relu') }
      }
    }
  }
}
