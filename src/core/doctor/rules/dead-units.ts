import { DEAD_SHARE } from '../evidence/layer-fault'
import { deadestLayer, evaluatedPoints, hasNotLearned, isSettled, stepLength } from '../evidence/measures'
import type { RunEvidence } from '../evidence/run-evidence'
import { automaticInitializer, lowerRate, replaceActivations } from './remedies'
import type { Remedy, Rule } from './rule'

/** First steps of this length, or a loss that rose to this multiple of the initial one, have thrown units out of the range of the data. */
const LONG_STEP = 0.3
const PEAK = 3

/** Units of a ReLU layer output 0 for every row: no gradient reaches their weights. */
export const deadUnits: Rule = {
  source: 'CS231n notes, Neural Networks Part 1 (ReLU units can die); A. Maas et al., 2013 (leaky ReLU)',
  examine(evidence) {
    if (!isSettled(evidence)) return null
    const worst = deadestLayer(evidence.layers)
    if (!worst || worst.dead === null || worst.dead < DEAD_SHARE) return null
    const { layer, units, dead, activation } = worst
    return {
      level: hasNotLearned(evidence) ? 'serious' : 'hint',
      observation: { code: 'doctor.dead-units', details: { layer, units, dead: Math.round(dead * units), activation } },
      advice: { code: 'doctor.dead-units.try', details: {} },
      remedies: remediesFor(evidence)
    }
  }
}

/** Returns what undoes the cause of their death first: the initial weights, or steps that were too long. */
function remediesFor(evidence: RunEvidence): Remedy[] {
  const { untrained, history } = evidence
  const leaky = replaceActivations(evidence, (name) => name === 'relu', 'leaky-relu')
  if ((deadestLayer(untrained)?.dead ?? 0) >= DEAD_SHARE) return [...automaticInitializer(evidence), ...leaky]
  const losses = evaluatedPoints(history.trainLoss).map(({ value }) => value)
  const peak = losses.reduce((most, one) => Math.max(most, one), 0)
  const wasThrown = stepLength(untrained) > LONG_STEP || peak > PEAK * losses[0]
  return wasThrown ? [...lowerRate(evidence), ...leaky] : [...leaky, ...lowerRate(evidence)]
}
