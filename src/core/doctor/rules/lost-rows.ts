import { toSignificant } from '../evidence/measures'
import { preparedNote } from '../evidence/prepared-note'
import type { Rule } from './rule'

/** From this fraction of rows on that are dropped, those that are left may differ from all. */
const MUCH = 0.2

/** Many rows are dropped for missing values. */
export const lostRows: Rule = {
  source: 'R. Little, D. Rubin, Statistical analysis with missing data, 2nd edition, 2002, section 3.2 (complete-case analysis)',
  examine(evidence) {
    const { count, total, most, alone } = preparedNote(evidence, 'note.dropped-rows')?.details ?? { count: 0, total: 1 }
    const part = Number(count) / Number(total)
    if (part < MUCH) return null
    return {
      level: 'hint',
      observation: {
        code: 'doctor.lost-rows',
        details: { count, total, percent: toSignificant(100 * part), ...(alone === undefined ? {} : { most, alone }) }
      },
      advice: { code: 'doctor.lost-rows.try', details: {} },
      remedies:
        evidence.settings.missing === 'drop' ? [{ label: { code: 'doctor.do.fill', details: {} }, patch: { missing: 'median' } }] : []
    }
  }
}
