import type { Settings } from '../../settings/settings'
import type { Note } from '../../messages/catalogue'
import type { Patient } from './patient'

/** How much it matters: training cannot succeed; it will be worse than it could be; worth knowing. */
export const severities = ['grave', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** What can be done about it at once. */
export interface Remedy {
  /** What a button says. */
  readonly label: Note
  /** The settings to change. */
  readonly patch: Partial<Settings>
}

/** What a rule found. */
export interface Symptom {
  readonly severity: Severity
  /** What it saw, with figures. */
  readonly saw: Note
  /** What to try. */
  readonly advice: Note
  /** Null where no setting helps by itself. */
  readonly remedy: Remedy | null
}

/** One thing that can be wrong with a run, and how it shows. Pure: the same patient, the same answer. */
export interface Rule {
  /** Where the rule, and its threshold where it has one, comes from. */
  readonly source: string
  /** Null where nothing is wrong, or too little is known. */
  examine(patient: Patient): Symptom | null
}
