import { effectiveKeys } from '../settings/change'
import { isSame } from '../settings/is-same'
import type { Settings } from '../settings/settings'
import type { RunChange } from './run-change'

/**
 * The changes of live settings in a run, with one more made after so many steps. Several of one setting between two steps are one, or
 * none where it came back to its former value.
 */
export function withChange(
  changes: readonly RunChange[],
  before: Settings,
  after: Settings,
  position: Pick<RunChange, 'epoch' | 'step'>
): RunChange[] {
  return effectiveKeys.reduce<RunChange[]>(
    (all, key) => {
      if (isSame(before[key], after[key])) return all
      const sameStep = all.find((one) => one.key === key && one.step === position.step)
      const from = sameStep ? sameStep.from : before[key]
      const others = all.filter((one) => one !== sameStep)
      return isSame(from, after[key]) ? others : [...others, { ...position, key, from, to: after[key] }]
    },
    [...changes]
  )
}

/** The settings of the step after so many steps, from those after the last change. */
export function settingsAt(settings: Settings, changes: readonly RunChange[], step: number): Settings {
  const later = changes.filter((change) => change.step > step)
  return later.reduceRight((all, { key, from }) => ({ ...all, [key]: from }), settings)
}

/** Settings, and the live changes by which a run came to them. */
export interface ChangedSettings {
  readonly settings: Settings
  readonly changes: readonly RunChange[]
}

/** Whether the first so many steps of two runs were taken with the same live settings, as far as their numbers depend on them. */
export function haveSameChanges(a: ChangedSettings, b: ChangedSettings, steps: number): boolean {
  const positions = [0, ...[...a.changes, ...b.changes].map(({ step }) => step)].filter((step) => step < steps)
  return positions.every((step) => {
    const [one, other] = [a, b].map(({ settings, changes }) => settingsAt(settings, changes, step))
    return effectiveKeys.every((key) => isSame(one[key], other[key]))
  })
}

/** The first step after `step` at which settings changed; Infinity where none did. */
export function nextChangeAfter(changes: readonly RunChange[], step: number): number {
  return changes.reduce((next, change) => (change.step > step ? Math.min(next, change.step) : next), Infinity)
}
