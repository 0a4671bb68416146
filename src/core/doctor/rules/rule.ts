import type { Note } from '../../messages/catalogue'
import type { Settings } from '../../settings/settings'
import type { RunEvidence } from '../evidence/run-evidence'

/** Level of a finding: the run has failed or its result cannot be used; worth knowing. */
export const levels = ['serious', 'hint'] as const
export type Level = (typeof levels)[number]

/** A change of settings that addresses the cause. */
export interface Remedy {
  /** Names the change, as the label of a button. */
  readonly label: Note
  /** The settings to change. */
  readonly patch: Partial<Settings>
}

/** The result of a rule. */
export interface Symptom {
  readonly level: Level
  /** The observation, with figures. */
  readonly observation: Note
  /** The advice. */
  readonly advice: Note
  /** Changes of settings, the most promising first; none where no setting alone helps. */
  readonly remedies: readonly Remedy[]
}

/** Detects one kind of problem of a run. Pure: the same evidence, the same result. */
export interface Rule {
  /** Source of the rule, and of its threshold where it has one. */
  readonly source: string
  /** Returns null where nothing is wrong, or too little is known. */
  examine(evidence: RunEvidence): Symptom | null
}
