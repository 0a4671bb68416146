import type { Settings } from '#core'
import type { LabState } from '#shared/contract'
import { settingsText } from './settings-text'

/** How to bring a restarted engine back to where the page saw it last. */
export interface Retrace {
  /** The page's settings, when the engine came back with others (a change it had not saved yet). */
  readonly settings: Settings | null
  /** The epoch to train to again; the same seeds give the same numbers. */
  readonly untilEpoch: number
}

/**
 * What is missing after the engine process ended and was started again: `before` and `epochBefore` are what the page
 * still shows, `restored` what came back from the saved session. Null when nothing is missing, or when it came back
 * with other data.
 */
export function planRetrace(before: LabState, epochBefore: number, restored: LabState): Retrace | null {
  if (before.data.sha256 !== restored.data.sha256) return null
  const sameSettings = settingsText(before.settings) === settingsText(restored.settings)
  if (sameSettings && epochBefore <= restored.run.epoch) return null
  return { settings: sameSettings ? null : before.settings, untilEpoch: epochBefore }
}
