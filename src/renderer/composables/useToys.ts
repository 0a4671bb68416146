import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { editPoints, makeToy, type Knobs, type PointEdit, type ToyName, type ToyPoint, type ToySource } from '#core'
import type { BridgeClient } from './bridge-client'
import { sharedState } from './shared-state'
import type { Confirm } from './useConfirm'
import type { Lab } from './useLab'
import type { Problems } from './useProblems'
import type { SettingsEditor } from './useSettings'
import type { Toasts } from './useToasts'

/** The toy data set that is open, and what can be done with it. */
export interface Toys {
  /** What the open set is made by; null when something else is open. */
  readonly source: ComputedRef<ToySource | null>
  /** The points to draw: those of the open set, with what was just done to them. */
  readonly points: Readonly<ShallowRef<readonly ToyPoint[]>>
  /** Opens a set with its usual knobs. */
  readonly open: (name: ToyName) => Promise<void>
  /** Shows what a knob would make, without opening it. */
  readonly preview: (knobs: Knobs) => void
  /** Makes the open set anew with other knobs, after asking if points changed by hand would go. */
  readonly turn: (knobs: Knobs) => Promise<void>
  /** Changes points by hand. They are shown at once; the engine follows, one request at a time. */
  readonly edit: (edits: readonly PointEdit[]) => Promise<void>
  /** Saves the CSV of the set. */
  readonly save: () => Promise<void>
}

export const toysState = sharedState<Toys>('Toys')
export const useToys = toysState.use

export interface ToysOptions {
  readonly lab: Lab
  readonly bridge: BridgeClient
  readonly settings: SettingsEditor
  readonly confirm: Confirm
  readonly problems: Problems
  readonly toasts: Toasts
}

export function createToys({ lab, bridge, settings, confirm, problems, toasts }: ToysOptions): Toys {
  const points = shallowRef<readonly ToyPoint[]>([])
  const source = computed(() => lab.state.value?.data.toy ?? null)
  const sha256 = computed(() => lab.state.value?.data.sha256)
  let waiting: PointEdit[] = []
  let isSending = false

  async function load(): Promise<void> {
    const asked = sha256.value
    if (!source.value || lab.connection.value !== 'ready') return
    await problems.guard(async () => {
      const { x, y, labels } = await lab.ask('toyPoints')
      if (sha256.value === asked && waiting.length === 0) {
        points.value = Array.from(x, (_, i) => ({ x: x[i], y: y[i], label: labels?.[i] ?? null }))
      }
    })
  }

  /** Edits that come while some are on their way go together afterwards. What was not taken is shown no longer. */
  async function send(): Promise<void> {
    if (isSending) return
    isSending = true
    while (waiting.length > 0) {
      const [edits, before] = [waiting, sha256.value]
      waiting = []
      await settings.afterAsking(() => lab.command('editPoints', { edits }))
      if (sha256.value === before) waiting = []
    }
    isSending = false
    await load()
  }

  async function mayDiscardEdits(): Promise<boolean> {
    if (!source.value?.edited) return true
    return confirm.ask({
      title: 'toys.anew.title',
      body: 'toys.anew.body',
      ok: 'toys.anew.ok',
      cancel: 'toys.anew.cancel'
    })
  }

  async function make(name: ToyName, knobs: Knobs): Promise<void> {
    problems.dismiss()
    if (await mayDiscardEdits()) await settings.afterAsking(() => lab.command('openToy', { name, knobs }))
    // Also when nothing came of it: a preview may be on the screen.
    await load()
  }

  watch([sha256, lab.connection], () => (isSending ? undefined : load()), { immediate: true })

  return {
    source,
    points,
    open: (name) => make(name, {}),
    preview(knobs) {
      if (source.value) points.value = makeToy(source.value.name, { ...source.value.knobs, ...knobs })
    },
    async turn(knobs) {
      if (source.value) await make(source.value.name, { ...source.value.knobs, ...knobs })
    },
    async edit(edits) {
      await problems.guard(async () => {
        points.value = editPoints(points.value, edits)
        waiting.push(...edits)
        await send()
      })
    },
    async save() {
      await problems.guard(async () => {
        await settings.settled()
        const grant = await bridge.call('chooseSave', { name: source.value?.name ?? 'toy', extension: 'csv' })
        if (!grant) return
        const { path } = await lab.ask('exportToy', { grant: grant.grant })
        toasts.show('toast.saved', { path })
      })
    }
  }
}
