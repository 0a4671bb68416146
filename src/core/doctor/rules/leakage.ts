import { inputCount } from '../../preparation/pipeline'
import type { Prepared } from '../../preparation/prepare'
import { toSignificant } from '../evidence/measures'
import type { RunEvidence } from '../evidence/run-evidence'
import { featureAssociation } from '../evidence/feature-association'
import { onceForEach } from '../evidence/once-for-each'
import { excluding } from './remedies'
import type { Rule } from './rule'

/** Fraction of the variance that one feature and the target share above which one is a copy of the other. */
const COPY = 0.995

/** One feature alone gives the target away, such as the target in other units or a code of its classes. */
export const leakage: Rule = {
  source: 'S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, Leakage in data mining: formulation, detection, and avoidance, 2012',
  examine(evidence: RunEvidence) {
    const { prepared, settings } = evidence
    const { features } = prepared.pipeline
    // With one feature there is nothing else the target could be predicted from.
    if (features.length < 2) return null
    const found = copyOfTarget(prepared)
    if (!found) return null
    const { name, shared } = found
    return {
      level: 'serious',
      observation: { code: 'doctor.leakage', details: { name, target: settings.targets[0], percent: toSignificant(100 * shared) } },
      advice: { code: 'doctor.leakage.try', details: { name } },
      remedies: excluding(evidence, name)
    }
  }
}

/** The feature that shares most with the target, where that is all but everything. */
const copyOfTarget = onceForEach(({ pipeline, train }: Prepared) => {
  let from = 0
  let found: { readonly name: string; readonly shared: number } | null = null
  for (const feature of pipeline.features) {
    const count = inputCount(feature)
    const shared = featureAssociation(train, from, count)
    from += count
    if (shared > Math.max(COPY, found?.shared ?? 0)) found = { name: feature.name, shared }
  }
  return found
})
