import { isNearIdentifier } from '../../preparation/near-identifier'
import { excluding } from './remedies'
import type { Rule } from './rule'

/** A feature of texts has a category for almost every training row. */
export const nearIdentifier: Rule = {
  source:
    'D. Micci-Barreca, A preprocessing scheme for high-cardinality categorical attributes in classification and prediction problems, 2001',
  examine(evidence) {
    const { pipeline, train } = evidence.prepared
    const rows = train.rows.length
    const found = pipeline.features.find(({ kind, categories }) => kind === 'text' && isNearIdentifier(categories.length, rows))
    if (!found) return null
    return {
      level: 'hint',
      observation: { code: 'doctor.near-identifier', details: { name: found.name, categories: found.categories.length, rows } },
      advice: { code: 'doctor.near-identifier.try', details: {} },
      remedies: excluding(evidence, found.name)
    }
  }
}
