import { adaptSettings, type Settings } from '#core'
import type { ExperimentState } from '#shared/contract'
import { writeAtomically } from '../node/files/write-atomically'
import { editToy, loadToy, type ToyData } from '../node/files/load-toy'
import type { OpenedData } from './dataset-loader'
import { cellPage, columnProfiles, rowOnLine, scatterPoints } from './data-view'
import type { EngineHandlers, HandlerContext } from './handler-context'
import { hasColumns } from './settings-file'
import { pointsOf, requireToy, settingsForToy } from './toys'

/** The answers about tables: opening them, their cells, and toy data sets. */
export function dataHandlers(lab: HandlerContext) {
  const { desk } = lab
  const openToy = (data: ToyData): Promise<ExperimentState> => lab.openData(data, settingsForToy(data, lab.experiment))
  return {
    openSample: async ({ name }) => lab.openData(await desk.read(desk.sample(name))),
    openFile: async ({ grant }) => lab.openData(await desk.read({ kind: 'file', path: lab.pathOf(grant, 'read') })),
    openText: async ({ text, name }) => lab.openData(await desk.read({ kind: 'bytes', bytes: new TextEncoder().encode(text), name })),
    readAgain: async ({ which, reading }) => {
      const data = await desk.readAgain(which, reading)
      return lab.openData(data, which === 'open' ? keptFor(data, lab.experiment.chosen) : undefined)
    },
    cancelLoad: () => {
      desk.cancel()
      return null
    },
    cells: (block) => cellPage(lab.viewed(), block),
    columnProfiles: ({ names }) => columnProfiles(lab.viewed(), names),
    scatterPoints: (names) => scatterPoints(lab.viewed(), names),
    rowOnLine: ({ line }) => rowOnLine(lab.experiment.data.table, line),
    pipeline: () => lab.experiment.preparation?.pipeline ?? null,
    openToy: ({ name, knobs }) => openToy(loadToy(name, knobs)),
    editPoints: ({ edits }) => openToy(editToy(requireToy(lab.experiment.data), edits)),
    toyPoints: () => pointsOf(requireToy(lab.experiment.data)),
    exportToy: async ({ grant }) => {
      const path = lab.pathOf(grant, 'write')
      // The very bytes that were read.
      await writeAtomically(path, requireToy(lab.experiment.data).bytes)
      return { path }
    }
  } satisfies Partial<EngineHandlers>
}

/** The settings as they were where the columns they name are still there after a file was read in another way. */
function keptFor(data: OpenedData, settings: Settings): Settings | undefined {
  return hasColumns(data, settings) ? adaptSettings(data.table, settings, settings) : undefined
}
