import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { estimateRemaining, toWire, type GivenMark, type WireError } from '#core'
import type { CollectPlace, CollectProgress, CollectState } from '#shared/contract'
import type { BridgeClient } from '../../engine-client/bridge-client'
import type { EngineClient } from '../../engine-client/useEngine'
import { sharedState } from '../../ui/shared-state'
import { servePython } from './student-python'

/** Collecting a class: what it is collected from, how far it is, and what came of it. */
export interface Collecting {
  /** Null until the engine process has told. */
  readonly state: Readonly<ShallowRef<CollectState | null>>
  /** The collection in progress; null before the first student, and while there is none. */
  readonly progress: Readonly<ShallowRef<CollectProgress | null>>
  /** Seconds that are left of it; null where it cannot be told yet. */
  readonly secondsLeft: ComputedRef<number | null>
  readonly isRunning: Readonly<Ref<boolean>>
  readonly canCollect: ComputedRef<boolean>
  /** Whether other places are being chosen although a class was collected. */
  readonly isChoosing: Ref<boolean>
  /** The last thing that went wrong besides collecting. */
  readonly error: Readonly<ShallowRef<WireError | null>>
  load(): Promise<void>
  choose(place: CollectPlace): Promise<void>
  forget(place: CollectPlace): Promise<void>
  collect(): Promise<void>
  cancel(): Promise<void>
  /** Returns whether the mark was written. */
  give(mark: GivenMark): Promise<boolean>
  /** Shows the sheet of a student in its folder; null for the results as a whole. */
  show(id: string | null): Promise<void>
}

export const collectingState = sharedState<Collecting>('Collecting')
export const useCollect = collectingState.use

export interface CollectingOptions {
  readonly engine: Pick<EngineClient, 'on' | 'request'>
  readonly bridge: Pick<BridgeClient, 'call'>
  readonly now?: () => number
}

export function createCollecting({ engine, bridge, now = () => performance.now() }: CollectingOptions): Collecting {
  const state = shallowRef<CollectState | null>(null)
  const progress = shallowRef<CollectProgress | null>(null)
  const error = shallowRef<WireError | null>(null)
  const isRunning = ref(false)
  const isChoosing = ref(false)
  let startedAt = 0
  engine.on('collectProgress', (told) => (progress.value = told))
  const endPython = servePython(engine)

  async function guard(work: () => Promise<unknown>): Promise<boolean> {
    error.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      error.value = toWire(thrown)
      return false
    }
  }
  const act = async (work: () => Promise<unknown>): Promise<void> => void (await guard(work))

  const dialogs: Readonly<Record<CollectPlace, () => Promise<{ readonly grant: string } | null>>> = {
    lab: () => bridge.call('chooseFile', { kind: 'lab' }),
    roster: () => bridge.call('chooseFile', { kind: 'roster' }),
    secret: () => bridge.call('chooseFile', { kind: 'secret' }),
    folder: () => bridge.call('chooseFolder', { purpose: 'answers' }),
    out: () => bridge.call('chooseFolder', { purpose: 'marks' })
  }

  return {
    state,
    progress,
    isRunning,
    isChoosing,
    error,
    secondsLeft: computed(() => progress.value && estimateRemaining(progress.value, (now() - startedAt) / 1000)),
    canCollect: computed(() => {
      const places = state.value?.places
      return !isRunning.value && !!places && places.lab !== null && places.folder !== null && places.out !== null
    }),
    load: () => act(async () => (state.value = await engine.request('collectState'))),
    choose: (place) =>
      act(async () => {
        const chosen = await dialogs[place]()
        if (chosen) state.value = await engine.request('choosePlace', { place, grant: chosen.grant })
      }),
    forget: (place) => act(async () => (state.value = await engine.request('choosePlace', { place, grant: null }))),
    collect: () =>
      act(async () => {
        isRunning.value = true
        progress.value = null
        startedAt = now()
        try {
          state.value = await engine.request('collectClass')
          isChoosing.value = state.value.problem !== null
        } finally {
          isRunning.value = false
          endPython()
        }
      }),
    cancel: () => act(() => engine.request('cancelCollecting')),
    give: (mark) => guard(async () => (state.value = await engine.request('giveMark', mark))),
    show: (id) => act(() => engine.request('showCollected', { id }))
  }
}
