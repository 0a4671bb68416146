import { AppError, adaptSettings, isSame, suggestSettings, type Settings } from '#core'
import { writeAtomically } from '../../node/files/write-atomically'
import { editToy, loadToy, type ToyData } from '../../node/files/load-toy'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import { hasColumns } from '../data/data-for-settings'
import type { OpenedData } from '../data/dataset-loader'
import { requireToy, settingsForToy } from '../data/toys'
import type { Experiment } from '../run/experiment'
import { loadSettingsFile } from '../store/settings-file'
import { readWeights } from '../store/weights-run'
import { openWeights } from './open-weights'

/** The commands that open tables and toy data sets, and edit the latter. */
export function dataCommands(context: HandlerContext) {
  const { loader } = context
  const openToy = (data: ToyData): Promise<null> => context.openData(data, settingsForToy(data, context.experiment))
  return {
    openSample: async ({ name }) => context.openData(await loader.read(loader.sample(name))),
    openFile: async ({ grant }) => openFile(context, context.pathOf(grant, 'read')),
    openText: async ({ text, name }) => context.openData(await loader.read({ kind: 'bytes', bytes: new TextEncoder().encode(text), name })),
    readAgain: async ({ which, reading }) => {
      const data = await loader.readAgain(which, reading)
      return context.openData(data, which === 'open' ? settingsIfFit(data, context.experiment) : undefined)
    },
    cancelLoad: () => {
      loader.cancel()
      return null
    },
    openToy: ({ name, knobs }) => openToy(loadToy(name, knobs)),
    editPoints: ({ edits }) => openToy(editToy(requireToy(context.experiment.data), edits)),
    exportToy: async ({ grant }) => {
      const path = context.pathOf(grant, 'write')
      // The very bytes that were read.
      await writeAtomically(path, requireToy(context.experiment.data).bytes)
      return { path }
    }
  } satisfies Partial<EngineHandlers>
}

/** Opens a table; of this program's own files settings and weights, as their commands do. */
async function openFile(context: HandlerContext, path: string): Promise<null> {
  try {
    return await context.openData(await context.loader.read({ kind: 'file', path }))
  } catch (error) {
    const { code } = error instanceof AppError ? error : { code: null }
    if (code === 'data.own-settings') return context.openSettings(await loadSettingsFile(path))
    if (code === 'data.own-weights') return openWeights(context, await readWeights(path))
    throw error
  }
}

/**
 * The settings as they were, where the columns they name are still there after a file was read in another way. Where task and features were
 * those suggested for the columns as they were, they are those suggested for the columns as they are now.
 */
function settingsIfFit(data: OpenedData, { data: open, chosen }: Pick<Experiment, 'data' | 'chosen'>): Settings | undefined {
  if (!hasColumns(data, chosen) || !hasColumns(open, chosen)) return undefined
  const { targets } = chosen
  const [was, now] = [open, data].map(({ table }) => suggestSettings(table, { targets }))
  const wanted = {
    ...chosen,
    task: chosen.task === was.task ? now.task : chosen.task,
    features: isSame(chosen.features, was.features) ? now.features : chosen.features
  }
  return adaptSettings(data.table, chosen, wanted)
}
