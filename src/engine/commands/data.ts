import { basename } from 'node:path'
import { AppError, adaptSettings, fromUtf8, isSame, readFoundCase, suggestSettings, type Settings } from '#core'
import type { FoundFile } from '#shared/contract'
import { writeAtomically } from '../../node/files/write-atomically'
import { readWhole } from '../../node/files/read-whole'
import { editToy, loadToy, type ToyData } from '../../node/files/load-toy'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import { hasColumns } from '../data/data-for-settings'
import type { OpenedData } from '../data/dataset-loader'
import { requireToy, settingsForToy } from '../data/toys'
import type { Experiment } from '../run/experiment'
import { loadSettingsFile } from '../store/settings-file'
import { readWeights } from '../store/weights-run'
import { openRun, readRun } from './open-experiment'
import { openWeights } from './open-weights'

/** A file that was read, and the way to open it. */
interface Found {
  readonly file: FoundFile
  readonly open: () => Promise<null>
}

/** The commands that read and open tables and toy data sets, and edit the latter. */
export function dataCommands(context: HandlerContext) {
  const { loader } = context
  /** The file that was read last and is not open yet. */
  let found: Found | null = null

  async function find(reading: Promise<Found>): Promise<FoundFile> {
    found = null
    found = await reading
    return found.file
  }

  const openToy = (data: ToyData): Promise<null> => context.openData(data, settingsForToy(data, context.experiment))
  return {
    readSample: ({ name }) => find(foundTable(context, () => loader.read(loader.sample(name)))),
    readFile: async ({ grant }) => find(foundFile(context, context.pathOf(grant, 'read'))),
    readText: ({ text, name }) =>
      find(foundTable(context, () => loader.read({ kind: 'bytes', bytes: new TextEncoder().encode(text), name }))),
    readAgain: ({ which, reading }) =>
      find(
        foundTable(
          context,
          () => loader.readAgain(which, reading),
          (data) => (which === 'open' ? settingsIfFit(data, context.experiment) : undefined)
        )
      ),
    openFound: async () => {
      if (!found) throw new AppError('request.no-source')
      const { open } = found
      found = null
      return open()
    },
    cancelLoad: () => {
      found = null
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

async function foundTable(
  context: HandlerContext,
  read: () => Promise<OpenedData>,
  settingsFor: (data: OpenedData) => Settings | undefined = () => undefined
): Promise<Found> {
  const data = await read()
  const { rows, columns } = data.table
  return {
    file: { kind: 'table', name: data.name, rows, columns: columns.length },
    open: () => context.openData(data, settingsFor(data))
  }
}

/** Finds a table in a file; in this program's own files settings, weights and runs, which are opened as their commands do. */
async function foundFile(context: HandlerContext, path: string): Promise<Found> {
  try {
    return await foundTable(context, () => context.loader.read({ kind: 'file', path }))
  } catch (error) {
    const { code } = error instanceof AppError ? error : { code: null }
    if (code === 'data.own-settings') {
      const file = await loadSettingsFile(path)
      return { file: { kind: 'settings', name: basename(path) }, open: () => context.openSettings(file) }
    }
    if (code === 'data.own-weights') {
      const weights = await readWeights(path)
      return { file: { kind: 'weights', name: basename(path) }, open: () => openWeights(context, weights) }
    }
    if (code === 'data.own-experiment') {
      const run = await readRun(path)
      return { file: { kind: 'experiment', name: basename(path) }, open: () => openRun(context, run) }
    }
    if (code === 'data.own-case' || code === 'data.own-graph') return shownFile(path)
    throw error
  }
}

/** Reads a file of cases or of a graph, which takes the place of nothing. Throws: data; format; case; spec; graph. */
async function shownFile(path: string): Promise<Found> {
  const name = basename(path)
  const text = fromUtf8(await readWhole(path, 'settings'), name)
  const found = readFoundCase(text)
  const file = found.kind === 'program' ? { ...found, name } : ({ kind: 'case', name, text } as const)
  return { file, open: () => Promise.resolve(null) }
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
