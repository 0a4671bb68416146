import { vi, type Mock } from 'vitest'
import { ref, shallowRef, type ShallowRef } from 'vue'
import type { ExperimentState, RunState } from '#shared/contract'
import { HistoryBuffer } from '../../../src/renderer/engine-client/history-buffer'
import type { EngineClient } from '../../../src/renderer/engine-client/useEngine'
import { experimentState } from './experiment-state'

/** A client of an engine of which nothing comes but what a test writes into it. */
export interface StillEngine {
  readonly engine: EngineClient
  readonly state: ShallowRef<ExperimentState | null>
  readonly run: ShallowRef<RunState>
}

/** Returns a client whose run stands where the test says, and whose requests the test answers. */
export function stillEngine(at: Partial<RunState>, request: Mock<(name: string, args?: unknown) => Promise<unknown>>): StillEngine {
  const state = shallowRef<ExperimentState | null>(experimentState({ run: at }))
  const run = shallowRef(experimentState({ run: at }).run)
  const engine: EngineClient = {
    connection: ref('ready'),
    silence: ref(0),
    samples: shallowRef([]),
    info: shallowRef(null),
    state,
    run,
    history: () => new HistoryBuffer(),
    on: () => undefined,
    historyVersion: ref(0),
    retracingTo: ref(null),
    goesOn: ref(false),
    checkProgress: shallowRef(null),
    walkProgress: shallowRef(null),
    loadProgress: shallowRef(null),
    preparing: shallowRef(null),
    saveProblem: shallowRef(null),
    pause: async () => void (await request('pause')),
    restart: vi.fn(),
    request: request as unknown as EngineClient['request']
  }
  return { engine, state, run }
}
