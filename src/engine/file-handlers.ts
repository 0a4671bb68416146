import { prepareTask, AppError, rowsCsv } from '#core'
import type { ExperimentState } from '#shared/contract'
import { writeAtomically } from '../node/files/write-atomically'
import { saveCheck, saveHistory, saveSettings, saveWeights } from './exports'
import type { EngineHandlers, HandlerContext } from './handler-context'
import { loadSettingsFile } from './settings-file'
import { inSlices } from './slices'
import { readWeights, runFrom, settingsOf, type OpenedWeights } from './weights-run'

/** The answers about files other than tables: exports, settings, weights, the session. */
export function fileHandlers(lab: HandlerContext, version: string) {
  return {
    exportBytes: async ({ grant, bytes }) => {
      const path = lab.pathOf(grant, 'write')
      await writeAtomically(path, bytes)
      return { path }
    },
    exportWeights: async ({ grant, format }) => {
      const path = lab.pathOf(grant, 'write')
      lab.requireRunner()
      await saveWeights(path, format, lab.experiment, version)
      return { path }
    },
    exportGradientCheck: async ({ grant }) => {
      const path = lab.pathOf(grant, 'write')
      if (!lab.checker.report) throw new AppError('request.no-check')
      await saveCheck(path, lab.checker.report)
      return { path }
    },
    exportHistory: async ({ grant }) => {
      const path = lab.pathOf(grant, 'write')
      await saveHistory(path, lab.requireRunner().trainer)
      return { path }
    },
    exportRows: async ({ grant, side, form }) => {
      const path = lab.pathOf(grant, 'write')
      const { data, preparation: prepared } = lab.experiment
      if (!prepared) throw new AppError('request.not-ready')
      await writeAtomically(path, rowsCsv({ table: data.table, prepared }, side, form))
      return { path }
    },
    exportSettings: async ({ grant }) => {
      const path = lab.pathOf(grant, 'write')
      await saveSettings(path, lab.experiment)
      return { path }
    },
    openSettingsFile: async ({ grant }) => lab.openSettings(await loadSettingsFile(lab.pathOf(grant, 'read'))),
    openClassSettings: async () => {
      const file = await lab.classSettings.read()
      if (!file) throw new AppError('request.no-class-settings')
      return lab.openSettings(file, lab.classSettings.folder)
    },
    openWeights: async ({ grant }) => openWeights(lab, await readWeights(lab.pathOf(grant, 'read'))),
    saveSession: async () => {
      await lab.autosave.flush()
      return null
    }
  } satisfies Partial<EngineHandlers>
}

async function openWeights(lab: HandlerContext, weights: OpenedWeights): Promise<ExperimentState> {
  lab.testEngine()
  const { data, chosen } = lab.experiment
  const settings = settingsOf(weights, chosen)
  const prepared = await inSlices(prepareTask(data.table, settings))
  lab.replace(data, settings, runFrom(weights, prepared, settings, lab.machine))
  // Saved before they count as open: from seeds and settings a new process could not come to them again.
  await lab.autosave.flush()
  return lab.settled()
}
