import type { Settings } from '../../settings/settings'
import type { Note } from '../../messages/catalogue'
import type { RunEvidence } from './run-evidence'

/** Severity of a finding: training cannot succeed; it will be worse than it could be; worth knowing. */
export const severities = ['serious', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** A change of settings that addresses the symptom. */
export interface Remedy {
  /** Label of its button. */
  readonly label: Note
  /** The settings to change. */
  readonly patch: Partial<Settings>
}

/** The result of a rule. */
export interface Symptom {
  readonly severity: Severity
  /** The observation, with figures. */
  readonly observation: Note
  /** The advice. */
  readonly advice: Note
  /** Null where no setting alone helps. */
  readonly remedy: Remedy | null
}

/** Detects one kind of problem of a run. Pure: the same evidence, the same result. */
export interface Rule {
  /** Source of the rule, and of its threshold where it has one. */
  readonly source: string
  /** Returns null where nothing is wrong, or too little is known. */
  examine(evidence: RunEvidence): Symptom | null
}
