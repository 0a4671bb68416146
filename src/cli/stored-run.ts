import {
  AppError,
  rebuilds,
  schedules,
  settingNames,
  withChange,
  type RunChange,
  type Schedule,
  type Settings,
  type StoredExperiment,
  type TrainingRecord
} from '#core'
import { loadExperiment, repeatableExperiment } from '../node/files/run-experiment'
import { loadTraining } from '../node/files/model-file'
import { settleFolder } from '../node/files/settle-folder'
import { required, type Values } from './flag-values'
import { printNotes } from './print-notes'
import type { CommandContext } from './report-error'
import { flagOf, isFlagged } from './setting-flags'
import { structuredFlags } from './structured-flags'

/** A run that is trained again or goes on. */
export interface StoredRun {
  /** The folder or file that names it. */
  readonly path: string
  readonly experiment: StoredExperiment
  /** Its training, where it goes on; null where it is trained again from the start. */
  readonly training: ResumableTraining | null
}

type ResumableTraining = Awaited<ReturnType<typeof loadTraining>> & { readonly continuation: NonNullable<TrainingRecord['continuation']> }

/** Reads the run that --repeat or --resume names; null without either. Throws: flag; format; spec. */
export async function storedRun(values: Values, context: CommandContext): Promise<StoredRun | null> {
  if (values.has('repeat') && values.has('resume')) throw new AppError('flag.not-together', { flag: '--repeat', other: '--resume' })
  if (values.has('repeat')) {
    const path = required(values, 'repeat')
    printNotes(await settleFolder(path), context)
    return { path, experiment: await repeatableExperiment(path), training: null }
  }
  if (!values.has('resume')) return null
  const path = required(values, 'resume')
  printNotes(await settleFolder(path), context)
  const experiment = await loadExperiment(path)
  const { continuation, ...training } = await loadTraining(path)
  if (!continuation) throw new AppError('flag.no-state', { path })
  return { path, experiment, training: { ...training, continuation } }
}

/**
 * Requires that a run can go on with settings: they build the same network on the same rows, and it is not at its last epoch yet.
 * Throws: flag.
 */
export function requireResumable({ path, experiment, training }: StoredRun, settings: Settings, values: Values): void {
  if (!training) return
  const before = experiment.settings
  const changed = settingNames.filter((name) => rebuilds(before, { ...before, [name]: settings[name] }))
  if (changed.length > 0) {
    const flags = changed.flatMap((name) => (isFlagged(name) ? [flagOf(name)] : Object.keys(structuredFlags[name])))
    const given = flags.filter((flag) => values.has(flag as Parameters<Values['has']>[0])).map((flag) => `--${flag}`)
    throw new AppError('flag.resume-rebuilds', { flags: given.join(', '), path })
  }
  const { epoch } = training.continuation.state
  if (epoch >= settings.epochs) throw new AppError('flag.resume-done', { path, epochs: epoch })
}

/** The live changes of a run that goes on: those before, and those that its new settings are. */
export function resumedChanges({ experiment, training }: StoredRun, settings: Settings): readonly RunChange[] {
  if (!training) return []
  const { state, changes = [] } = training.continuation
  // More epochs are a change only to a schedule that spans the run: without one, 20 + 20 epochs are 40.
  const schedule: Schedule = schedules[settings.schedule.kind]
  const before = schedule.spansRun ? experiment.settings : { ...experiment.settings, epochs: settings.epochs }
  return withChange(changes, before, settings, { epoch: state.epoch, step: state.step })
}
