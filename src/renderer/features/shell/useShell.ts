import { nextTick, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { BridgeEvents, FileGrant, Licences, OpenableKind, ZoomMove } from '#shared/contract'
import type { BridgeClient } from '../../engine-client/bridge-client'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'
import type { SettingsEditor } from '../settings/useSettings'
import { useText } from '../../i18n/useText'
import type { Toasts } from '../../ui/useToasts'

/** Application-level functions of the window: menu, printing, settings files, About. */
export interface Shell {
  readonly isAboutOpen: Ref<boolean>
  /** Licences of its components; null until requested. */
  readonly licences: Readonly<ShallowRef<Licences | null>>
  /** Whether the page for paper is there. */
  readonly isPrinting: Readonly<Ref<boolean>>
  readonly openAbout: () => Promise<void>
  readonly openMenu: () => Promise<void>
  readonly print: () => Promise<void>
  readonly zoom: (move: ZoomMove) => Promise<void>
  readonly saveSettings: () => Promise<void>
  readonly openSettingsFile: () => Promise<void>
  readonly openClassSettings: () => Promise<void>
  /** Goes on from weights that were exported. */
  readonly openWeights: () => Promise<void>
  readonly onMenu: (listener: (chosen: BridgeEvents['menu']) => void) => () => void
  readonly onRecent: (listener: (grant: FileGrant) => void) => () => void
}

export const shellState = sharedState<Shell>('Shell')
export const useShell = shellState.use

export interface ShellOptions {
  readonly bridge: BridgeClient
  readonly engine: EngineClient
  readonly settings: SettingsEditor
  readonly problems: Problems
  readonly toasts: Toasts
  /** Milliseconds from any moment on. Default: the page's clock. */
  readonly now?: () => number
}

/** A run that took at least so long, in milliseconds, may have been left alone. */
const LONG_RUN = 30_000

export function createShell({ bridge, engine, settings, problems, toasts, now = () => performance.now() }: ShellOptions): Shell {
  const { t } = useText()
  const isAboutOpen = ref(false)
  const isPrinting = ref(false)
  const licences = shallowRef<Licences | null>(null)
  tellOfLongRuns({ bridge, engine, now })

  /** Opens a file in place of what is open, after asking if trained weights would be lost. */
  async function openFile(kind: OpenableKind, open: (grant: string) => Promise<unknown>): Promise<void> {
    await problems.guard(async () => {
      const file = await bridge.call('chooseFile', { kind })
      if (file) await replace(() => open(file.grant))
    })
  }

  function replace(open: () => Promise<unknown>): Promise<void> {
    problems.dismiss()
    return settings.afterAsking(async () => void (await open()))
  }

  return {
    isAboutOpen,
    licences,
    isPrinting,
    async openAbout() {
      isAboutOpen.value = true
      await problems.guard(async () => (licences.value ??= await bridge.call('licences')))
    },
    async openMenu() {
      await problems.guard(() => bridge.call('popupMenu'))
    },
    async print() {
      if (isPrinting.value || !engine.state.value) return
      isPrinting.value = true
      await nextTick()
      await problems.guard(() => bridge.call('print'))
      isPrinting.value = false
    },
    async zoom(move) {
      await problems.guard(() => bridge.call('zoom', { move }))
    },
    async saveSettings() {
      await problems.guard(async () => {
        await settings.settled()
        const data = engine.state.value?.data
        const name = (data?.toy?.name ?? data?.name ?? 'backprop-lab').replace(/\.csv$/i, '').slice(0, 100)
        const file = await bridge.call('chooseSave', { name: `${name}-${t('shell.settingsName')}`, extension: 'json' })
        if (!file) return
        const { path } = await engine.request('exportSettings', { grant: file.grant })
        toasts.show('toast.saved', { path })
      })
    },
    openSettingsFile: () => openFile('settings', (grant) => engine.request('openSettingsFile', { grant })),
    openClassSettings: () => replace(() => engine.request('openClassSettings')),
    openWeights: () => openFile('weights', (grant) => engine.request('openWeights', { grant })),
    onMenu: (listener) => bridge.on('menu', listener),
    onRecent: (listener) => bridge.on('openRecent', listener)
  }
}

/** Tells main when a long run has ended, but of none that was retraced. */
function tellOfLongRuns({ bridge, engine, now }: Required<Pick<ShellOptions, 'bridge' | 'engine' | 'now'>>): void {
  let since: number | null = null
  watch(
    () => engine.run.value.status,
    (status) => {
      if (status === 'running') {
        since = engine.retracingTo.value === null ? now() : null
        return
      }
      const took = since === null ? 0 : now() - since
      since = null
      if (took < LONG_RUN || (status !== 'finished' && status !== 'failed')) return
      // Nobody waits for it, and a system without such messages is no problem.
      bridge.call('runEnded', { status, epochs: engine.run.value.epoch, seconds: took / 1000 }).catch(() => undefined)
    },
    { flush: 'sync' }
  )
}
