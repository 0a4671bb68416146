import { AppError, rowsCsv } from '#core'
import { writeAtomically } from '../../node/files/write-atomically'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import { saveCheck, saveHistory, saveSettings, saveWeights } from '../store/exports'
import { loadSettingsFile } from '../store/settings-file'
import { readWeights } from '../store/weights-run'
import { openWeights } from './open-weights'

/** The commands about files other than tables: exports, settings, weights, the session. */
export function fileCommands(context: HandlerContext, version: string) {
  return {
    exportBytes: async ({ grant, bytes }) => {
      const path = context.pathOf(grant, 'write')
      await writeAtomically(path, bytes)
      return { path }
    },
    exportWeights: async ({ grant, format }) => {
      const path = context.pathOf(grant, 'write')
      context.requireRunner()
      await saveWeights(path, format, context.experiment, version)
      return { path }
    },
    exportGradientCheck: async ({ grant }) => {
      const path = context.pathOf(grant, 'write')
      if (!context.checker.report) throw new AppError('request.no-check')
      await saveCheck(path, context.checker.report)
      return { path }
    },
    exportHistory: async ({ grant }) => {
      const path = context.pathOf(grant, 'write')
      await saveHistory(path, context.requireRunner().trainer)
      return { path }
    },
    exportRows: async ({ grant, side, form }) => {
      const path = context.pathOf(grant, 'write')
      const { data, preparation: prepared } = context.experiment
      if (!prepared) throw new AppError('request.not-ready')
      await writeAtomically(path, rowsCsv({ table: data.table, prepared }, side, form))
      return { path }
    },
    exportSettings: async ({ grant }) => {
      const path = context.pathOf(grant, 'write')
      await saveSettings(path, context.experiment)
      return { path }
    },
    openSettingsFile: async ({ grant }) => context.openSettings(await loadSettingsFile(context.pathOf(grant, 'read'))),
    openClassSettings: async () => {
      const file = await context.classSettings.read()
      if (!file) throw new AppError('request.no-class-settings')
      return context.openSettings(file, context.classSettings.folder)
    },
    openWeights: async ({ grant }) => openWeights(context, await readWeights(context.pathOf(grant, 'read'))),
    saveSession: async () => {
      await context.autosave.flush()
      return null
    }
  } satisfies Partial<EngineHandlers>
}
