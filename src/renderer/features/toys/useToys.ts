import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { editPoints, makeToy, type Knobs, type PointEdit, type ToyName, type ToyPoint, type ToySource } from '#core'
import type { BridgeClient } from '../../engine-client/bridge-client'
import { sharedState } from '../../ui/shared-state'
import type { Confirm } from '../../ui/useConfirm'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'
import type { SettingsEditor } from '../settings/useSettings'
import type { Toasts } from '../../ui/useToasts'

/** The toy data set that is open, and what can be done with it. */
export interface Toys {
  /** Source of the open toy dataset; null when something else is open. */
  readonly source: ComputedRef<ToySource | null>
  /** The points to draw: those of the open set, with what was just done to them. */
  readonly points: Readonly<ShallowRef<readonly ToyPoint[]>>
  /** The points as they were made or opened: what is in sight follows these, so that it stays where it is while points are edited. */
  readonly frame: Readonly<ShallowRef<readonly ToyPoint[]>>
  /** Counts the changes of a knob, or of points, that were decided, either way: its field then shows the engine's value again. */
  readonly revisionOf: (field: string) => number
  /** Opens a set with its usual knobs. */
  readonly open: (name: ToyName) => Promise<void>
  /** Shows what a knob would make, without opening it. */
  readonly preview: (knobs: Knobs) => void
  /** Makes the open set anew with other knobs, after asking if points changed by hand would go. */
  readonly turn: (knobs: Knobs) => Promise<void>
  /** Changes points by hand. They are shown at once; the engine follows, one request at a time. */
  readonly edit: (edits: readonly PointEdit[]) => Promise<void>
  /** Asks whether points changed by hand may go, where there are some. */
  readonly mayLeave: () => Promise<boolean>
  /** Saves the CSV of the set. */
  readonly save: () => Promise<void>
}

export const toysState = sharedState<Toys>('Toys')
export const useToys = toysState.use

/** Under this name changes of points are counted; no knob is called that. */
export const POINTS = 'points'

export interface ToysOptions {
  readonly engine: EngineClient
  readonly bridge: BridgeClient
  readonly settings: SettingsEditor
  readonly confirm: Confirm
  readonly problems: Problems
  readonly toasts: Toasts
}

export function createToys({ engine, bridge, settings, confirm, problems, toasts }: ToysOptions): Toys {
  const points = shallowRef<readonly ToyPoint[]>([])
  const frame = shallowRef<readonly ToyPoint[]>([])
  const source = computed(() => engine.state.value?.data.toy ?? null)
  const sha256 = computed(() => engine.state.value?.data.sha256)
  const decided = shallowRef<Readonly<Record<string, number>>>({})
  let waiting: PointEdit[] = []
  let isSending = false

  async function load(isEdit = false): Promise<void> {
    const asked = sha256.value
    if (!source.value || engine.connection.value !== 'ready') return
    await problems.guard(async () => {
      const { x, y, labels } = await engine.request('toyPoints')
      if (sha256.value === asked && waiting.length === 0) {
        points.value = Array.from(x, (_, i) => ({ x: x[i], y: y[i], label: labels?.[i] ?? null }))
        if (!isEdit) frame.value = points.value
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
      await settings.afterAsking(() => engine.request('editPoints', { edits }))
      if (sha256.value === before) waiting = []
    }
    isSending = false
    await load(true)
    showAgain(POINTS)
  }

  async function mayLeave(): Promise<boolean> {
    if (!source.value?.edited) return true
    return confirm.ask({
      title: 'toys.anew.title',
      body: 'toys.anew.body',
      ok: 'toys.anew.ok',
      cancel: 'toys.anew.cancel'
    })
  }

  /** `request` is asked for when its turn comes: a change before it may still be on its way. */
  async function make(request: () => { name: ToyName; knobs: Knobs } | null): Promise<void> {
    problems.dismiss()
    await settings.afterAsking(async () => {
      const wanted = request()
      if (wanted && (await mayLeave())) await engine.request('openToy', wanted)
    })
    // Also when nothing came of it: a preview may be on the screen.
    await load()
  }

  function showAgain(...fields: readonly string[]): void {
    decided.value = { ...decided.value, ...Object.fromEntries(fields.map((field) => [field, (decided.value[field] ?? 0) + 1])) }
  }

  watch([sha256, engine.connection], () => (isSending ? undefined : load()), { immediate: true })

  return {
    source,
    points,
    frame,
    revisionOf: (field) => decided.value[field] ?? 0,
    open: (name) => make(() => ({ name, knobs: {} })),
    preview(knobs) {
      if (!source.value) return
      points.value = makeToy(source.value.name, { ...source.value.knobs, ...knobs })
      frame.value = points.value
    },
    async turn(knobs) {
      await make(() => source.value && { name: source.value.name, knobs: { ...source.value.knobs, ...knobs } })
      showAgain(...Object.keys(knobs))
    },
    async edit(edits) {
      await problems.guard(async () => {
        points.value = editPoints(points.value, edits)
        waiting.push(...edits)
        await send()
      })
    },
    mayLeave,
    async save() {
      await problems.guard(async () => {
        await settings.settled()
        const grant = await bridge.call('chooseSave', { name: source.value?.name ?? 'toy', extension: 'csv' })
        if (!grant) return
        const { path } = await engine.request('exportToy', { grant: grant.grant })
        toasts.show('toast.saved', { path })
      })
    }
  }
}
