import { dequal } from 'dequal/lite'
import { withChange, type Settings } from '#core'
import type { Covered, ExperimentState, RunState } from '#shared/contract'

/** Where the page saw the experiment last. */
export interface Seen {
  /** The SHA-256 of the data. */
  readonly data: string
  readonly settings: Settings
  readonly run: RunState
}

/** Whether a run that came back is the one the page saw, there or further, where the page saw it running. */
function isThere(seen: RunState, { run }: ExperimentState): boolean {
  if (seen.status !== 'running') return seen.step === run.step
  const passed = run.changes.filter((change) => change.step <= seen.step)
  return seen.step <= run.step && dequal(passed, seen.changes)
}

/**
 * Plans the replay of a restarted engine: `seen` is the state the page still shows, `restored` the one of the saved session. Null when
 * nothing is missing, and when the data differ.
 */
export function planRetrace(seen: Seen, restored: ExperimentState): Covered | null {
  if (seen.data !== restored.data.sha256) return null
  const { step, seconds, changes, stopped } = seen.run
  if (dequal(seen.settings, restored.settings) && isThere(seen.run, restored)) return null
  return { settings: seen.settings, run: { step, seconds, changes: [...changes], ...(stopped ? { stopped } : {}) } }
}

/** The same place with settings that were changed while the run was on its way there: they hold from there on. */
export function withSettings(seen: Seen, settings: Settings): Seen {
  const { run } = seen
  const changes = run.step > 0 ? withChange(run.changes, seen.settings, settings, { epoch: run.epoch, step: run.step }) : run.changes
  return { ...seen, settings, run: { ...run, changes } }
}
