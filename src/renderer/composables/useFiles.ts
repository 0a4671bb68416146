import { computed, type ComputedRef } from 'vue'
import type { FileGrant, WeightFormat } from '#shared/contract'
import type { BridgeClient } from './bridge-client'
import { sharedState } from './shared-state'
import type { Lab } from './useLab'
import type { Problems } from './useProblems'
import type { SettingsEditor } from './useSettings'
import type { Toasts } from './useToasts'

/** What comes in from files and goes out to them. */
export interface Files {
  readonly openSample: (name: string) => Promise<void>
  /** Asks for a CSV file and opens it. */
  readonly openFile: () => Promise<void>
  readonly openDropped: (file: File) => Promise<void>
  /** Whether there are weights and curves to take out. Not while a run is retraced: they are not yet those on screen. */
  readonly canExport: ComputedRef<boolean>
  readonly exportWeights: (format: WeightFormat) => Promise<void>
  readonly exportCheck: () => Promise<void>
  readonly exportHistory: () => Promise<void>
  readonly copy: (text: string) => Promise<void>
}

export const filesState = sharedState<Files>('Files')
export const useFiles = filesState.use

export interface FilesOptions {
  readonly lab: Lab
  readonly bridge: BridgeClient
  readonly settings: SettingsEditor
  readonly problems: Problems
  readonly toasts: Toasts
}

export function createFiles({ lab, bridge, settings, problems, toasts }: FilesOptions): Files {
  const canExport = computed(
    () => lab.connection.value === 'ready' && Boolean(lab.state.value?.network) && lab.retracingTo.value === null
  )

  async function open(grant: FileGrant | null): Promise<void> {
    if (!grant) return
    problems.dismiss()
    await settings.afterAsking(() => lab.command('openFile', { grant: grant.grant }))
  }

  /** Asks where to, writes, and says where it went. */
  async function save(
    kind: string,
    extension: WeightFormat | 'csv',
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
    const data = lab.state.value?.data
    return (data?.toy?.name ?? data?.name ?? 'backprop-lab').replace(/\.csv$/i, '').slice(0, 100)
  }

  return {
    async openSample(name) {
      problems.dismiss()
      await settings.afterAsking(() => lab.command('openSample', { name }))
    },
    async openFile() {
      await problems.guard(async () => open(await bridge.call('chooseData')))
    },
    async openDropped(file) {
      await problems.guard(async () => open(await bridge.grantDropped(file)))
    },
    canExport,
    async exportWeights(format) {
      if (canExport.value) await save('weights', format, (grant) => lab.ask('exportWeights', { grant, format }))
    },
    exportCheck: () => save('gradient-check', 'csv', (grant) => lab.ask('exportGradientCheck', { grant })),
    async exportHistory() {
      if (canExport.value) await save('history', 'csv', (grant) => lab.ask('exportHistory', { grant }))
    },
    async copy(text) {
      const done = await problems.guard(() => bridge.call('copyText', { text }))
      if (done) toasts.show('toast.copied', { text })
    }
  }
}
