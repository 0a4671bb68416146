import { toWire, type SavedRun, type Settings } from '#core'
import type { StartProblem } from '#shared/contract'
import { defaultSample } from '#shared/samples'
import { loadToy } from '../../node/files/load-toy'
import { dataFor } from '../data/data-for-settings'
import type { DatasetLoader, OpenedData } from '../data/dataset-loader'
import { suggestedFor } from '../data/suggested-for'
import type { ClassSettings } from './class-settings'
import type { SessionStore } from './session'

export interface OpeningContext {
  readonly session: SessionStore
  readonly classSettings: ClassSettings
  readonly loader: DatasetLoader
  /** Opens an experiment. Throws what is wrong with a saved one. */
  readonly replace: (data: OpenedData, settings: Settings, run?: SavedRun) => void
  /** Saves what is open. */
  readonly save: () => Promise<void>
}

/** Opens new class settings, else the last session, else the default sample. */
export async function openFirst(context: OpeningContext): Promise<{ readonly isRestored: boolean; readonly problems: StartProblem[] }> {
  const problems: StartProblem[] = []
  await context.session.sweep()
  if (await openClassSettings(context, problems)) return { isRestored: false, problems }
  if (await openSession(context, problems)) return { isRestored: true, problems }
  const data = await firstData(context, problems)
  context.replace(data, suggestedFor(data))
  return { isRestored: false, problems }
}

/** The default sample; a toy data set, which no file can spoil, where the sample is damaged or gone. */
async function firstData({ loader }: OpeningContext, problems: StartProblem[]): Promise<OpenedData> {
  try {
    return await loader.read(loader.sample(defaultSample))
  } catch (error) {
    problems.push({ why: toWire(error), kept: null })
    return loadToy('moons')
  }
}

/** Opens class settings that no session was begun with yet. Returns whether there are some that can be used. */
async function openClassSettings({ loader, classSettings, replace, save }: OpeningContext, problems: StartProblem[]): Promise<boolean> {
  try {
    const file = await classSettings.unseen()
    if (classSettings.problem) problems.push(classSettings.problem)
    if (!file) return false
    replace(await dataFor(file, { open: null, loader, folder: classSettings.folder }), file.settings)
  } catch (error) {
    problems.push({ why: toWire(error), kept: null })
    return false
  }
  classSettings.begin()
  await save()
  return true
}

/** Opens the last session. Returns whether there is one that can be restored. */
async function openSession({ session, replace }: OpeningContext, problems: StartProblem[]): Promise<boolean> {
  const last = await session.load()
  let isRestored = false
  try {
    if (last) replace(last.data, last.settings, last.run)
    isRestored = last !== null
  } catch (error) {
    await session.refuse(error)
  }
  if (session.problem) problems.push(session.problem)
  return isRestored
}
