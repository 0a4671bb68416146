import { AppError } from '../messages/app-error'
import type { Lab } from '../lab-file/read-lab-file'
import type { AllowedSetting, Lockable } from '../lab-file/header'
import type { RunFigure, RunTask } from '../lab-file/tasks'
import type { SettingName } from '../settings/catalogue'
import { isSame } from '../settings/is-same'
import type { Settings } from '../settings/settings'
import { markOf, say, shownNumber, type Mark } from './mark'

/** The figures of a finished run: the data loss, and the share of right answers. */
export type RunFigures = Partial<Readonly<Record<RunFigure, number>>>

/** The settings behind what a lab can lock; the pages among it have none. */
const lockedSettings: Readonly<Record<Lockable, readonly SettingName[]>> = {
  data: ['targets', 'features', 'task'],
  loss: ['loss', 'classWeights'],
  seeds: ['seeds'],
  optimizer: ['optimizer', 'learningRate', 'schedule', 'batchSize', 'epochs', 'clip', 'l1', 'l2', 'stop', 'keepBest'],
  network: ['hidden', 'initializer', 'dropout', 'bias'],
  preparation: ['missing', 'encode', 'scale', 'scaleTargets', 'overrides', 'split', 'test', 'validation'],
  microscope: [],
  graph: []
}

/** The first setting of a run that its lab locks and that is another than at the beginning; null for none. */
export function brokenLock({ lock, allow }: Pick<Lab, 'lock' | 'allow'>, given: Settings, own: Settings): SettingName | null {
  const free = allow.map(({ setting }) => setting)
  const locked = lock.flatMap((name) => lockedSettings[name]).filter((name) => !free.includes(name as AllowedSetting))
  const changed = locked.find((name) => name !== 'hidden' && !isSame(given[name], own[name]))
  if (changed) return changed
  const range = allow.find((one) => one.setting === 'hidden')
  const isInRange = (units: number) => !range || (units >= range.from && units <= range.to)
  const units = locked.includes('hidden') ? isSame(unitsOf(given), unitsOf(own)) : unitsOf(given).every(isInRange)
  const isFree = !lock.includes('network') || free.includes('activation')
  const activations = isFree || given.hidden.every(({ activation }) => activation === own.hidden[0]?.activation)
  return units && activations ? null : 'hidden'
}

/**
 * Refuses settings in place of others where a lab that is worked on does not allow the change.
 * Throws: spec.whole-number, where a layer has other units than it allows; spec.lab-locked.
 */
export function requireAllowed(lab: Pick<Lab, 'lock' | 'allow'>, wanted: Settings, before: Settings): void {
  const broken = brokenLock(lab, wanted, before)
  // Layers that were there before the lab began may stay.
  if (broken === null || (broken === 'hidden' && isSame(wanted.hidden, before.hidden))) return
  for (const one of lab.allow) {
    if (one.setting !== 'hidden') continue
    const value = unitsOf(wanted).find((units) => units < one.from || units > one.to)
    if (value !== undefined) throw new AppError('spec.whole-number', { field: 'hidden', value, low: one.from, high: one.to })
  }
  throw new AppError('spec.lab-locked')
}

function unitsOf({ hidden }: Settings): number[] {
  return hidden.map(({ units }) => units)
}

/** Figures that the same bits give; a terminal prints no fewer digits. */
const SAME = 1e-12

/**
 * Marks a run by the figures that its settings give when they are trained again on the student's own data.
 * @param computed those figures; null where the run could not be repeated
 */
export function markRun(
  section: { readonly id: string; readonly points: number },
  { goal: { figure, relation, value } }: RunTask,
  reported: RunFigures,
  computed: RunFigures | null
): Mark {
  const { id, points } = section
  const found = computed?.[figure]
  if (found === undefined) return markOf(id, null, points, say('lab-marks.not-repeated'))
  const reaches = relation === '<' ? found < value : found > value
  const details = { figure, relation, goal: value, value: shownNumber(found) }
  const told = reported[figure]
  const differs = told !== undefined && Math.abs(told - found) > SAME * Math.max(1, Math.abs(found))
  return markOf(
    id,
    reaches ? points : 0,
    points,
    say(reaches ? 'lab-marks.reached' : 'lab-marks.missed', details),
    ...(differs ? [say('lab-marks.other-figure', { figure, told: shownNumber(told), value: shownNumber(found) })] : [])
  )
}
