import { preparedNote } from '../evidence/prepared-note'
import type { Rule } from './rule'

/** A class has training rows, but no test row. */
export const untestedClasses: Rule = {
  source: 'G. Forman, M. Scholz, Apples-to-apples in cross-validation studies: pitfalls in classifier performance measurement, 2010',
  examine(evidence) {
    const note = preparedNote(evidence, 'note.untested-classes')
    if (!note) return null
    const { name, classes } = note.details
    return {
      level: 'hint',
      observation: { code: 'doctor.untested-classes', details: { name, classes } },
      advice: { code: 'doctor.untested-classes.try', details: {} },
      remedies: []
    }
  }
}
