import { lossOf } from '../../nn/losses'
import { toSignificant, type RunEvidence } from './run-evidence'
import type { Remedy, Rule } from './rule'

/** Ratio of the largest to the smallest class from which on classes count as imbalanced. */
const TIMES = 4

/** One class has far fewer training rows than another, so that never predicting it costs little. */
export const unbalanced: Rule = {
  source: 'H. He, E. Garcia, Learning from imbalanced data, 2009; G. King, L. Zeng, 2001 (weights)',
  examine(evidence) {
    const counts = (evidence.prepared.classCounts ?? []).filter(({ train }) => train > 0)
    if (counts.length < 2 || isWeighted(evidence)) return null
    const most = counts.reduce((best, one) => (one.train > best.train ? one : best))
    const fewest = counts.reduce((best, one) => (one.train < best.train ? one : best))
    if (most.train < TIMES * fewest.train) return null
    const all = counts.reduce((sum, { train }) => sum + train, 0)
    return {
      severity: 'hint',
      observation: {
        code: 'doctor.unbalanced',
        details: {
          most: most.name,
          mostRows: most.train,
          fewest: fewest.name,
          fewestRows: fewest.train,
          percent: Math.round((100 * most.train) / all)
        }
      },
      advice: { code: 'doctor.unbalanced.try', details: {} },
      remedy: remedyFor(evidence)
    }
  }
}

function isWeighted({ settings }: RunEvidence): boolean {
  return settings.classWeights !== null || (settings.loss.positiveWeight ?? 1) !== 1
}

function remedyFor({ settings, prepared }: RunEvidence): Remedy | null {
  if (lossOf(settings.loss).weighsClasses) {
    return { label: { code: 'doctor.do.class-weights', details: {} }, patch: { classWeights: 'balanced' } }
  }
  const [negative, positive] = prepared.classCounts ?? []
  if (settings.loss.kind !== 'binary-cross-entropy' || !positive || positive.train === 0) return null
  const positiveWeight = toSignificant(negative.train / positive.train)
  return {
    label: { code: 'doctor.do.positive-weight', details: { value: positiveWeight } },
    patch: { loss: { ...settings.loss, positiveWeight } }
  }
}
