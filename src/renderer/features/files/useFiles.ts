import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { AppError, toWire, type RowForm, type RowSide, type ReadingRequest } from '#core'
import type { FileGrant, FoundFile, ShownFile, WeightFormat, WireError } from '#shared/contract'
import type { BridgeClient } from '../../engine-client/bridge-client'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'
import type { SettingsEditor } from '../settings/useSettings'
import { formatCount } from '../../i18n/format'
import { useText } from '../../i18n/useText'
import { dataTitle, sampleTitle } from '../naming/useDataName'
import type { Toasts } from '../../ui/useToasts'
import type { Question } from '../../ui/useConfirm'

/** A file that could not be read, and how that was tried. */
export interface Refusal {
  readonly error: WireError
  readonly reading: ReadingRequest
}

/** A file that is being read. */
export interface Loading {
  /** The file's name; a sample's or an unknown one is empty. */
  readonly name: string
  /** When it began, in milliseconds of the page's clock. */
  readonly since: number
}

/** Opening and saving of files. */
export interface Files {
  readonly openSample: (name: string) => Promise<void>
  /** Asks for a CSV file and opens it. */
  readonly openFile: () => Promise<void>
  readonly openDropped: (file: File) => Promise<void>
  /** Opens a table that main has handed a grant for. */
  readonly openGrant: (grant: FileGrant) => Promise<void>
  /** Opens a table given as text; that of the clipboard unless given. */
  readonly paste: (text?: string) => Promise<void>
  /** Reads the open file, or the one refused last, in another way. */
  readonly readAgain: (which: 'open' | 'refused', reading: ReadingRequest) => Promise<void>
  /** The file that is being read. */
  readonly loading: Readonly<ShallowRef<Loading | null>>
  readonly cancelLoad: () => Promise<void>
  /** The file that could not be read, until it is dismissed or something else is opened. */
  readonly refusal: Readonly<ShallowRef<Refusal | null>>
  readonly dismissRefusal: () => void
  /** Whether there are weights and curves to take out. Not while a run is retraced: they are not yet those on screen. */
  readonly canExport: ComputedRef<boolean>
  readonly exportWeights: (format: WeightFormat) => Promise<void>
  readonly exportCheck: () => Promise<void>
  readonly exportHistory: () => Promise<void>
  /** Saves the rows of one side of the split, as in the file or as the network is fed them. */
  readonly exportRows: (side: RowSide, form: RowForm) => Promise<void>
  /** Saves a picture or the numbers of a chart. */
  readonly exportBytes: (kind: string, extension: 'png' | 'svg' | 'csv' | 'dot' | 'json', bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly copy: (text: string) => Promise<void>
}

export const filesState = sharedState<Files>('Files')
export const useFiles = filesState.use

export interface FilesOptions {
  readonly engine: EngineClient
  readonly bridge: BridgeClient
  readonly settings: SettingsEditor
  readonly problems: Problems
  readonly toasts: Toasts
  /** Shows a file on a page of its own. */
  readonly show?: (file: ShownFile) => void
  /** Asks whether what would be lost with the open data may go. Default: nothing would. */
  readonly mayLeave?: () => Promise<boolean>
}

const nothingLost = () => Promise.resolve(true)

const asFound: ReadingRequest = { options: {} }

export function createFiles({
  engine,
  bridge,
  settings,
  problems,
  toasts,
  mayLeave = nothingLost,
  show = () => undefined
}: FilesOptions): Files {
  const { t } = useText()
  const loading = shallowRef<Loading | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const canExport = computed(
    () => engine.connection.value === 'ready' && Boolean(engine.state.value?.network) && engine.retracingTo.value === null
  )

  /**
   * Reads a file, and opens it in place of what is open: after it is known to be good, and after asking if weights would be lost. What
   * stands in the way is told with what can be done.
   */
  async function read(name: string, reading: ReadingRequest, request: () => Promise<FoundFile>, isAgain = false): Promise<void> {
    problems.dismiss()
    let isLeft = false
    const during = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
      const own: Loading = { name, since: performance.now() }
      loading.value = own
      try {
        return await work()
      } catch (error) {
        if (isRefusal(error)) refusal.value = { error: toWire(error), reading }
        else if (!(error instanceof AppError && error.code === 'data.cancelled')) throw error
        return null
      } finally {
        if (loading.value === own) loading.value = null
      }
    }
    await settings.afterAsking(
      async () => {
        if (!(await mayLeave())) return
        isLeft = false
        await during(() => engine.request('openFound'))
      },
      async () => {
        refusal.value = null
        const found = await during(request)
        if (found?.kind === 'case' || found?.kind === 'program') {
          show(found)
          return null
        }
        isLeft = found !== null
        return found && questionOf(found, isAgain)
      }
    )
    if (isLeft) await problems.guard(() => engine.request('cancelLoad'))
  }

  /** Names the file, and what would be lost. */
  function questionOf(found: Exclude<FoundFile, ShownFile>, isAgain: boolean): Question {
    const size: Question['values'] = found.kind === 'table' ? { rows: formatCount(found.rows), columns: formatCount(found.columns) } : {}
    const open = engine.state.value ? dataTitle(engine.state.value.data, t) : ''
    const kind = isAgain ? 'again' : found.kind
    return {
      title: isAgain ? 'load.questions.titles.again' : 'load.questions.titles.open',
      body: `load.questions.${kind}`,
      ok: isAgain ? 'load.questions.oks.again' : 'load.questions.oks.open',
      cancel: 'confirm.cancel',
      values: { name: sampleTitle(found.name, t), open, ...size }
    }
  }

  const open = (grant: FileGrant | null) =>
    grant === null ? undefined : read(grant.name, asFound, () => engine.request('readFile', { grant: grant.grant }))

  /** Asks where to, writes, and says where it went. */
  async function save(
    kind: string,
    extension: WeightFormat | 'csv' | 'png' | 'svg' | 'dot',
    write: (grant: string) => Promise<{ path: string }>
  ): Promise<void> {
    await problems.guard(async () => {
      await settings.settled()
      const grant = await bridge.call('chooseSave', { name: `${baseName()}-${kind}`, extension })
      if (!grant) return
      problems.dismiss()
      const { path } = await write(grant.grant)
      toasts.show('toast.saved', { path })
    })
  }

  function baseName(): string {
    const data = engine.state.value?.data
    return (data?.toy?.name ?? data?.name ?? 'backprop-lab').replace(/\.csv$/i, '').slice(0, 100)
  }

  return {
    openSample: (name) => read('', asFound, () => engine.request('readSample', { name })),
    async openFile() {
      await problems.guard(async () => open(await bridge.call('chooseData')))
    },
    async openDropped(file) {
      await problems.guard(async () => open(await bridge.grantDropped(file)))
    },
    async openGrant(grant) {
      await problems.guard(async () => open(grant))
    },
    async paste(given) {
      await problems.guard(async () => {
        const text = given ?? (await bridge.call('clipboardText'))
        const name = t('load.pastedName')
        await read(name, asFound, () => engine.request('readText', { text, name }))
      })
    },
    readAgain: (which, reading) =>
      which === 'open'
        ? read(engine.state.value?.data.name ?? '', reading, () => engine.request('readAgain', { which, reading }), true)
        : read('', reading, () => engine.request('readAgain', { which, reading })),
    loading,
    async cancelLoad() {
      await problems.guard(() => engine.request('cancelLoad'))
    },
    refusal,
    dismissRefusal: () => (refusal.value = null),
    canExport,
    async exportWeights(format) {
      if (canExport.value) await save('weights', format, (grant) => engine.request('exportWeights', { grant, format }))
    },
    exportCheck: () => save('gradient-check', 'csv', (grant) => engine.request('exportGradientCheck', { grant })),
    async exportHistory() {
      if (canExport.value) await save('history', 'csv', (grant) => engine.request('exportHistory', { grant }))
    },
    exportRows: (side, form) =>
      save(form === 'source' ? side : `${side}-prepared`, 'csv', (grant) => engine.request('exportRows', { grant, side, form })),
    exportBytes: (kind, extension, bytes) => save(kind, extension, (grant) => engine.request('exportBytes', { grant, bytes })),
    async copy(text) {
      const done = await problems.guard(() => bridge.call('copyText', { text }))
      if (done) toasts.show('toast.copied', { text })
    }
  }
}

/** Whether an error is caused by the file itself. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code.startsWith('data.') && error.code !== 'data.cancelled'
}
