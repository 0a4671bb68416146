import { lossOf } from '../../nn/losses'
import { isSettled, toSignificant } from '../evidence/measures'
import { rarestClass } from '../evidence/rarest-recall'
import type { RunEvidence } from '../evidence/run-evidence'
import type { Remedy, Rule } from './rule'

/** Ratio of the largest to the smallest class from which on classes count as imbalanced. */
const TIMES = 4

/** Recall of the smallest class below which it is as good as never predicted, and from which on nothing is wrong. */
const IGNORED = 0.5
const FOUND = 0.9

/** One class has far fewer training rows than another, so that never predicting it costs little. */
export const imbalance: Rule = {
  source: 'H. He, E. Garcia, Learning from imbalanced data, 2009; G. King, L. Zeng, 2001 (weights)',
  examine(evidence) {
    const counts = evidence.prepared.classCounts ?? []
    const rarest = rarestClass(counts)
    if (rarest === null || isWeighted(evidence)) return null
    const fewest = counts[rarest]
    const most = counts.reduce((best, one) => (one.train > best.train ? one : best))
    const recall = isSettled(evidence) ? evidence.rarestRecall : null
    if (most.train < TIMES * fewest.train || (recall ?? 0) >= FOUND) return null
    const all = counts.reduce((sum, { train }) => sum + train, 0)
    return {
      level: recall !== null && recall < IGNORED ? 'serious' : 'hint',
      observation: {
        code: 'doctor.imbalance',
        details: {
          most: most.name,
          mostRows: most.train,
          fewest: fewest.name,
          fewestRows: fewest.train,
          percent: Math.round((100 * most.train) / all),
          ...(recall === null ? {} : { recall: Math.round(100 * recall) })
        }
      },
      advice: { code: 'doctor.imbalance.try', details: {} },
      remedies: remediesFor(evidence)
    }
  }
}

function isWeighted({ settings }: RunEvidence): boolean {
  return settings.classWeights !== null || (settings.loss.positiveWeight ?? 1) !== 1
}

function remediesFor({ settings, prepared }: RunEvidence): Remedy[] {
  if (lossOf(settings.loss).weighsClasses) {
    return [{ label: { code: 'doctor.do.class-weights', details: {} }, patch: { classWeights: 'balanced' } }]
  }
  const [negative, positive] = prepared.classCounts ?? []
  if (settings.loss.kind !== 'binary-cross-entropy' || !positive || positive.train === 0) return []
  const positiveWeight = toSignificant(negative.train / positive.train)
  return [
    {
      label: { code: 'doctor.do.positive-weight', details: { value: positiveWeight } },
      patch: { loss: { ...settings.loss, positiveWeight } }
    }
  ]
}
