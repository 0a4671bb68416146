import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { toWire, type WireError } from '#core'
import type { LabInHand, LabState, LessonInfo, OpenedLab } from '#shared/contract'
import type { LessonName } from '#shared/lessons'
import type { BridgeClient } from '../../engine-client/bridge-client'
import type { EngineClient } from '../../engine-client/useEngine'
import { sharedState } from '../../ui/shared-state'
import { labFound, setLabMode } from '../lab-mode/lab-mode'

/** The lessons, the lab that is open, and the work on it. */
export interface LabDesk {
  readonly lessons: Readonly<ShallowRef<readonly LessonInfo[]>>
  readonly opened: Readonly<ShallowRef<OpenedLab | null>>
  readonly state: Readonly<ShallowRef<LabState | null>>
  /** A lab that was left by the end of the app, until it is gone on with or closed. */
  readonly left: ComputedRef<LabInHand | null>
  /** The last thing that went wrong. */
  readonly error: Readonly<ShallowRef<WireError | null>>
  /** Something is being done, or there is no engine process to do it. */
  readonly isBusy: Readonly<Ref<boolean>>
  /** Whole minutes that are left, negative once they are over; null without a limit. */
  readonly minutesLeft: ComputedRef<number | null>
  /** The name of the folder that was chosen to hand in to; null for none. */
  readonly folder: Readonly<Ref<string | null>>
  list(): Promise<void>
  openLesson(name: LessonName): Promise<void>
  openFile(): Promise<void>
  saveFile(): Promise<void>
  chooseFolder(): Promise<void>
  begin(id: string): Promise<void>
  /** Goes on with the lab that was left. */
  goOn(): Promise<void>
  preview(): Promise<void>
  answer(section: string, value: unknown, kind?: 'answer' | 'hint' | 'run'): Promise<boolean>
  answerWithRun(section: string): Promise<boolean>
  openData(): Promise<void>
  finish(): Promise<void>
  leave(): Promise<void>
}

export const labDeskState = sharedState<LabDesk>('LabDesk')
export const useLabDesk = labDeskState.use

export interface LabDeskOptions {
  readonly engine: Pick<EngineClient, 'request' | 'connection'>
  readonly bridge: Pick<BridgeClient, 'call'>
  readonly now?: () => number
}

/** Time between two looks at the clock, in milliseconds. */
const TICK = 5000

export function createLabDesk({ engine, bridge, now = () => performance.now() }: LabDeskOptions): LabDesk {
  const lessons = shallowRef<readonly LessonInfo[]>([])
  const opened = shallowRef<OpenedLab | null>(null)
  const state = shallowRef<LabState | null>(null)
  const error = shallowRef<WireError | null>(null)
  const isWorking = ref(false)
  const isBusy = computed(() => isWorking.value || engine.connection.value !== 'ready')
  const folder = ref<string | null>(null)
  let grant: string | null = null
  const told = ref(now())
  const seen = ref(now())
  const clock = window.setInterval(() => (seen.value = now()), TICK)
  onScopeDispose(() => window.clearInterval(clock))

  /** Does one thing at a time; true where it went well. */
  async function guard(work: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false
    isWorking.value = true
    error.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      error.value = toWire(thrown)
      return false
    } finally {
      isWorking.value = false
    }
  }

  async function take(asked: Promise<LabState>): Promise<void> {
    state.value = await asked
    told.value = seen.value = now()
  }

  function open(lab: OpenedLab): void {
    opened.value = lab
    state.value = null
    folder.value = grant = null
  }

  async function start(asked: Promise<LabState>): Promise<void> {
    await take(asked)
    if (opened.value) await setLabMode(bridge, opened.value.lab)
  }

  /** Goes on with the lab that the engine process has in hand. */
  const goOn = (): Promise<void> =>
    act(async () => {
      if (!state.value && labFound.value) open(labFound.value.opened)
      await start(engine.request('labAtWork'))
    })

  const act = async (work: () => Promise<unknown>): Promise<void> => void (await guard(work))

  // The process that this page works with may be another one than before, and this page another one than the process has worked with.
  watch(
    [engine.connection, labFound],
    ([connection, found]) => {
      if (connection === 'ready' && (state.value || found?.isOpen)) void goOn()
    },
    { immediate: true }
  )

  return {
    lessons,
    opened,
    state,
    error,
    isBusy,
    folder,
    left: computed(() => (opened.value ? null : labFound.value)),
    minutesLeft: computed(() => {
      const minutes = opened.value?.lab.minutes ?? null
      return minutes === null || !state.value ? null : Math.ceil(minutes - (state.value.elapsed + seen.value - told.value) / 60_000)
    }),
    list: () => act(async () => void (lessons.value = await engine.request('lessons'))),
    openLesson: (name) => act(async () => open(await engine.request('openLesson', { name }))),
    openFile: () =>
      act(async () => {
        const file = await bridge.call('chooseFile', { kind: 'lab' })
        if (file) open(await engine.request('openLabFile', { grant: file.grant }))
      }),
    saveFile: () =>
      act(async () => {
        const name = opened.value?.lab.lab ?? 'lab'
        const file = await bridge.call('chooseSave', { name: `${name}.lab`, extension: 'md' })
        if (file) await engine.request('saveLabFile', { grant: file.grant })
      }),
    chooseFolder: () =>
      act(async () => {
        const chosen = await bridge.call('chooseFolder', { purpose: 'handin' })
        if (!chosen) return
        folder.value = chosen.name
        grant = chosen.grant
      }),
    begin: (id) =>
      act(async () => {
        const given = grant
        // A grant is good for one use.
        grant = null
        folder.value = null
        await start(engine.request('beginLab', { id, folder: given }))
      }),
    goOn,
    preview: () => act(() => start(engine.request('previewLab'))),
    answer: (section, value, kind = 'answer') => guard(() => take(engine.request('answerLab', { section, kind, value }))),
    answerWithRun: (section) => guard(() => take(engine.request('answerWithRun', { section }))),
    openData: () => act(() => engine.request('openLabData')),
    finish: () => act(() => take(engine.request('finishLab'))),
    leave: () =>
      act(async () => {
        await engine.request('leaveLab')
        await setLabMode(bridge, null)
        opened.value = state.value = labFound.value = null
        lessons.value = await engine.request('lessons')
      })
  }
}
