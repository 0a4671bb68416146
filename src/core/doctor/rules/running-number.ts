import { preparedNote } from '../evidence/prepared-note'
import { excluding } from './remedies'
import type { Rule } from './rule'

/** A feature counts the rows, which are sorted by class. */
export const runningNumber: Rule = {
  source: 'S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, Leakage in data mining: formulation, detection, and avoidance, 2012',
  examine(evidence) {
    const note = preparedNote(evidence, 'note.running-number')
    if (!note) return null
    const name = String(note.details.name)
    return {
      level: 'serious',
      observation: { code: 'doctor.running-number', details: { name, target: evidence.settings.targets[0] } },
      advice: { code: 'doctor.running-number.try', details: {} },
      remedies: excluding(evidence, name)
    }
  }
}
