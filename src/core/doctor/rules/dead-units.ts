import { replaceActivation } from './replace-activation'
import type { Rule } from './rule'

/** Fraction of dead units in a layer from which on they are reported. */
const SHARE = 0.2

/** Units of a ReLU layer output 0 for every row of the mini-batch: no gradient reaches their weights. */
export const deadUnits: Rule = {
  source: 'CS231n notes, Neural Networks Part 1 (ReLU units can die); A. Maas et al., 2013 (leaky ReLU)',
  examine({ layers, settings }) {
    // Sigmoid and tanh units whose derivative rounds to 0 are saturated, which is another rule's subject.
    const candidates = layers.filter((one) => one.saturated === null)
    const worst = candidates.reduce<(typeof layers)[number] | null>((most, one) => ((one.dead ?? 0) > (most?.dead ?? 0) ? one : most), null)
    if (!worst || worst.dead === null || worst.dead < SHARE) return null
    const { layer, units, dead, activation } = worst
    return {
      severity: dead === 1 ? 'serious' : 'warning',
      observation: { code: 'doctor.dead-units', details: { layer, units, dead: Math.round(dead * units), activation } },
      advice: { code: 'doctor.dead-units.try', details: {} },
      remedy: {
        label: { code: 'doctor.do.activation', details: { layer, activation: 'leaky-relu' } },
        patch: { hidden: replaceActivation(settings.hidden, layer, 'leaky-relu') }
      }
    }
  }
}
