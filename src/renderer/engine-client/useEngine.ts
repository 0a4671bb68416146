import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { AppError } from '#core'
import type {
  Covered,
  EngineEvents,
  EngineHello,
  EngineInfo,
  EngineRequestName,
  ExperimentState,
  RunState,
  SampleInfo
} from '#shared/contract'
import { createGoingOn, isWithoutEngine, type GoingOn } from './going-on'
import { comparison, HistoryBuffer } from './history-buffer'
import { planRetrace, withSettings, type Seen } from './retrace'
import type { BridgeClient } from './bridge-client'
import { createPortClient, type EngineArgs, type PortClient, type EngineReply } from './port-client'
import type { EnginePorts } from './engine-ports'
import { createHeartbeat } from './heartbeat'
import { sharedState } from '../ui/shared-state'

/** `starting` until the engine process has answered hello, `gone` after it ended unasked. */
export type Connection = 'starting' | 'ready' | 'gone'

/** The events that are one page's alone. */
type PassedOn = 'collectProgress' | 'studentPython'

/** The experiment as the engine process reports it, and the way to send requests about it. */
export interface EngineClient {
  readonly connection: Readonly<Ref<Connection>>
  /** For how many seconds the engine process has not answered although it runs. */
  readonly silence: Readonly<Ref<number>>
  readonly samples: Readonly<ShallowRef<readonly SampleInfo[]>>
  /** The backend in use; null until the engine process has reported it. */
  readonly info: Readonly<ShallowRef<EngineInfo | null>>
  /** The state; its `run` is older than `run` here. */
  readonly state: Readonly<ShallowRef<ExperimentState | null>>
  readonly run: Readonly<ShallowRef<RunState>>
  /** The curves to draw, and a number that changes whenever they do. */
  readonly history: () => HistoryBuffer
  readonly historyVersion: Readonly<Ref<number>>
  /** The epoch that a run is being retraced to after the engine's end; null otherwise. */
  readonly retracingTo: Readonly<Ref<number | null>>
  readonly goesOn: GoingOn['goesOn']
  readonly checkProgress: Readonly<ShallowRef<EngineEvents['checkProgress'] | null>>
  readonly walkProgress: Readonly<ShallowRef<EngineEvents['walkProgress']>>
  /** Progress of reading the file requested last. */
  readonly loadProgress: Readonly<ShallowRef<EngineEvents['loadProgress'] | null>>
  /** Long work before a run can start; null where there is none. */
  readonly preparing: Readonly<ShallowRef<EngineEvents['preparing']>>
  /** Why the session cannot be saved; null once it is. */
  readonly saveProblem: Readonly<ShallowRef<EngineEvents['saveProblem']>>
  /** Has a listener hear an event that nothing here keeps. */
  readonly on: <Name extends PassedOn>(name: Name, listener: (payload: EngineEvents[Name]) => void) => void
  /** Sends a request; one about a run is about the one shown here. A command resolves once `state` here is the one it led to. */
  readonly request: <Name extends EngineRequestName>(name: Name, ...args: EngineArgs<Name>) => Promise<EngineReply<Name>>
  readonly pause: GoingOn['pause']
  /** Starts the engine process again, after its end or in place of the one that runs; what it was training goes on. */
  readonly restart: () => Promise<void>
}

export const engineState = sharedState<EngineClient>('Engine')
export const useEngine = engineState.use

export interface EngineClientOptions {
  readonly bridge: BridgeClient
  /** Where the ports to the engine process come from. */
  readonly ports: EnginePorts
  /** Is told of what goes wrong outside any request. */
  readonly onError: (error: unknown) => void
  /**
   * A run is back after the engine's end, retraced or as it was saved, and was compared with what was on the screen: its epochs from 0 to
   * `last`. `differsFrom` is the first of them with other numbers than before, −1 when every bit is the same.
   */
  readonly onRetraced: (retraced: { epoch: number; last: number; differsFrom: number }) => void
  /** Told with each hello, before anything of it is shown; `isFirst` where it is the first that the page has had. */
  readonly onHello: (hello: EngineHello, isFirst: boolean) => void
}

const NOT_RUN: RunState = { id: '', status: 'idle', epoch: 0, step: 0, seconds: 0, changes: [] }

/**
 * Keeps the page's picture of the experiment in step with the engine process, over as many of its lives as it takes.
 */
export function createEngineClient({ bridge, ports, onError, onRetraced, onHello }: EngineClientOptions): EngineClient {
  const connection = ref<Connection>('starting')
  const samples = shallowRef<readonly SampleInfo[]>([])
  const info = shallowRef<EngineInfo | null>(null)
  const state = shallowRef<ExperimentState | null>(null)
  const run = shallowRef<RunState>(NOT_RUN)
  const historyVersion = ref(0)
  const retracingTo = ref<number | null>(null)
  const checkProgress = shallowRef<EngineEvents['checkProgress'] | null>(null)
  const walkProgress = shallowRef<EngineEvents['walkProgress']>(null)
  const loadProgress = shallowRef<EngineEvents['loadProgress'] | null>(null)
  const preparing = shallowRef<EngineEvents['preparing']>(null)
  const saveProblem = shallowRef<EngineEvents['saveProblem']>(null)

  const ignore = () => undefined
  const passedOn: { [Name in PassedOn]: (payload: EngineEvents[Name]) => void } = { collectProgress: ignore, studentPython: ignore }

  const heartbeat = createHeartbeat(() => client?.request('ping') ?? Promise.resolve())
  const goingOn = createGoingOn({
    request: (name) => request(name),
    isReady: () => connection.value === 'ready',
    isOnItsWay: () => retracingTo.value !== null
  })
  let client: PortClient | null = null
  let live = new HistoryBuffer()
  // While a run is retraced the curves from before stay on screen; otherwise this is `live` itself.
  let shown = live
  // Where the page was before the process ended, until the new one is there too, however often it ends on the way.
  let lastSeen: Seen | null = null
  // Only once the way has been begun does a run that stands still mean that its end is reached.
  let isRetraceRunning = false
  // Another id than that of the run on its way: the network was built anew, and there is nothing to come back to.
  let retracedRun = ''
  // The process ended of itself, so that its user is told what became of the run.
  let wasLost = false

  function applyState({ state: next, from, history }: EngineEvents['state']): void {
    state.value = next
    if (isRetraceRunning && lastSeen && next.run.id === retracedRun) lastSeen = withSettings(lastSeen, next.settings)
    live.replaceFrom(from, history)
    applyRun(next.run)
  }

  function applyProgress({ run: next, from, history }: EngineEvents['progress']): void {
    live.replaceFrom(from, history)
    applyRun(next)
  }

  function applyRun(next: RunState): void {
    run.value = next
    historyVersion.value++
    if (!isRetraceRunning) return
    if (next.id !== retracedRun) giveRetraceUp()
    else if (next.status !== 'running') finishRetrace(next.epoch)
  }

  function listen<Name extends keyof EngineEvents>(name: Name, payload: EngineEvents[Name]): void {
    const apply: { [E in keyof EngineEvents]: (payload: EngineEvents[E]) => void } = {
      state: applyState,
      progress: applyProgress,
      checkProgress: (progress) => (checkProgress.value = progress),
      walkProgress: (progress) => (walkProgress.value = progress),
      loadProgress: (progress) => (loadProgress.value = progress),
      preparing: (how) => (preparing.value = how),
      saveProblem: (problem) => (saveProblem.value = problem),
      ...passedOn
    }
    apply[name](payload)
  }

  async function connect(port: MessagePort): Promise<void> {
    client?.close()
    // The answer to hello holds all that was reported before it. Applied earlier, it would replace the curves that the run is compared with.
    let isGreeted = false
    client = createPortClient(port, {
      listener: (name, payload) => {
        if (isGreeted || (name !== 'state' && name !== 'progress')) listen(name, payload)
      },
      runId: () => state.value?.run.id ?? null
    })
    const before = state.value
    lastSeen ??= before && { data: before.data.sha256, settings: before.settings, run: run.value }
    const hello = await client.request('hello')
    isGreeted = true
    onHello(hello, before === null)
    samples.value = hello.samples
    saveProblem.value = hello.saveProblem
    const plan = lastSeen && planRetrace(lastSeen, hello.state)
    const last = shown
    const isSaved = wasLost && !plan && lastSeen?.data === hello.state.data.sha256 && lastSeen.run.step > 0
    wasLost = false
    if (!plan) lastSeen = null
    live = new HistoryBuffer()
    if (!plan) shown = live
    isRetraceRunning = false
    // From now on, so that no run begins in between.
    if (plan) retracingTo.value = lastSeen?.run.epoch ?? null
    applyState({ state: hello.state, from: 0, history: hello.history })
    heartbeat.start()
    // Whoever sees the engine ready sees the run on its way: a change made before would be lost, or be made to other settings.
    if (plan) await retrace(plan, client)
    connection.value = 'ready'
    if (isSaved) onRetraced({ epoch: hello.state.run.epoch, ...comparison(last, live) })
    if (isRetraceRunning) applyRun(run.value)
    else await goingOn.goOn()
    info.value = await request('engineInfo')
  }

  async function retrace(plan: Covered, { request }: PortClient): Promise<void> {
    try {
      await request('retrace', plan)
      retracedRun = run.value.id
      isRetraceRunning = true
    } catch (error) {
      // An engine that answers goes on from where it is; one that is gone may come back and be retraced.
      if (isWithoutEngine(error)) throw error
      giveRetraceUp()
      onError(error)
    }
  }

  function finishRetrace(epoch: number): void {
    const compared = comparison(shown, live)
    endRetrace()
    onRetraced({ epoch, ...compared })
    void goingOn.goOn().catch(onError)
  }

  function giveRetraceUp(): void {
    goingOn.forget()
    endRetrace()
  }

  function endRetrace(): void {
    isRetraceRunning = false
    retracingTo.value = null
    lastSeen = null
    shown = live
    historyVersion.value++
  }

  function isTraining(): boolean {
    return connection.value === 'ready' && run.value.status === 'running' && retracingTo.value === null
  }

  async function request<Name extends EngineRequestName>(name: Name, ...args: EngineArgs<Name>): Promise<EngineReply<Name>> {
    if (!client || connection.value !== 'ready') throw new AppError('request.no-engine')
    return client.request(name, ...args)
  }

  ports.listen((port) => void connect(port).catch(onError))
  bridge.on('engineGone', ({ returns }) => {
    if (returns) goingOn.interrupt(isTraining())
    else goingOn.forget()
    connection.value = returns ? 'starting' : 'gone'
    wasLost = true
    heartbeat.stop()
    retracingTo.value = null
    isRetraceRunning = false
    checkProgress.value = null
    walkProgress.value = null
    loadProgress.value = null
    preparing.value = null
    client?.close()
  })

  bridge.on('unsaved', (problem) => {
    saveProblem.value = problem
    void bridge.call('closeWindow')
  })

  return {
    connection,
    silence: heartbeat.silence,
    samples,
    info,
    state,
    run,
    history: () => shown,
    on: (name, listener) => void Object.assign(passedOn, { [name]: listener }),
    historyVersion,
    retracingTo,
    goesOn: goingOn.goesOn,
    checkProgress,
    walkProgress,
    loadProgress,
    preparing,
    saveProblem,
    request,
    pause: goingOn.pause,
    async restart() {
      goingOn.interrupt(isTraining())
      connection.value = 'starting'
      heartbeat.stop()
      retracingTo.value = null
      isRetraceRunning = false
      checkProgress.value = null
      client?.close()
      await bridge.call('restartEngine')
    }
  }
}
