import { toSignificant } from '../evidence/measures'
import { preparedNote } from '../evidence/prepared-note'
import type { Rule } from './rule'

/** From this fraction of the test rows, and this number of them, test figures are visibly too good. */
const MUCH = 0.1
const FEWEST = 3

/** Test rows also are training rows. */
export const repeatedRows: Rule = {
  source:
    'S. Kapoor, A. Narayanan, Leakage and the reproducibility crisis in machine-learning-based science, 2023 (duplicates in datasets)',
  examine(evidence) {
    const count = Number(preparedNote(evidence, 'note.duplicate-rows')?.details.count ?? 0)
    const rows = evidence.prepared.test.rows.length
    if (count < FEWEST || count < MUCH * rows) return null
    return {
      level: 'hint',
      observation: { code: 'doctor.repeated-rows', details: { count, rows, percent: toSignificant((100 * count) / rows) } },
      advice: { code: 'doctor.repeated-rows.try', details: {} },
      remedies: []
    }
  }
}
