import { lossOf } from '../../nn/losses'
import { toSignificant, type Patient } from './patient'
import type { Remedy, Rule } from './rule'

/** So many times as many rows of one class as of another. */
const TIMES = 4

/** Some class has far fewer training rows than another, so that to leave it out costs little. */
export const unbalanced: Rule = {
  source: 'H. He, E. Garcia, Learning from imbalanced data, 2009; G. King, L. Zeng, 2001 (weights)',
  examine(patient) {
    const counts = (patient.prepared.classCounts ?? []).filter(({ train }) => train > 0)
    if (counts.length < 2 || isWeighted(patient)) return null
    const most = counts.reduce((best, one) => (one.train > best.train ? one : best))
    const fewest = counts.reduce((best, one) => (one.train < best.train ? one : best))
    if (most.train < TIMES * fewest.train) return null
    const all = counts.reduce((sum, { train }) => sum + train, 0)
    return {
      severity: 'hint',
      saw: {
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
      remedy: remedyFor(patient)
    }
  }
}

function isWeighted({ settings }: Patient): boolean {
  return settings.classWeights !== null || (settings.loss.positiveWeight ?? 1) !== 1
}

function remedyFor({ settings, prepared }: Patient): Remedy | null {
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
