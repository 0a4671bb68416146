// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, effectScope, nextTick, ref, shallowRef, type EffectScope } from 'vue'
import { AppError } from '#core'
import type { ExperimentState, RunState } from '#shared/contract'
import { engineState, type Connection, type EngineClient } from '../../../src/renderer/engine-client/useEngine'
import { createQuery, restAfter, useQuery, type QueryOptions } from '../../../src/renderer/engine-client/useQuery'
import { experimentState } from '../support/experiment-state'

const settle = () => vi.advanceTimersByTimeAsync(1)

function setUp(answer: (number: number) => Promise<unknown> = async (number) => ({ number })) {
  const state = shallowRef<ExperimentState | null>(experimentState())
  const run = shallowRef<RunState>(experimentState().run)
  const connection = ref<Connection>('ready')
  const side = ref<'train' | 'test'>('train')
  let asked = 0
  const request = vi.fn((_name: string, _args: unknown) => answer(++asked))
  const client = { connection, state, run, request } as unknown as EngineClient
  const query = createQuery(client, 'metrics', () => [{ side: side.value }], { every: 1000 })
  const step = (status: RunState['status'] = 'running') => (run.value = { ...run.value, status, step: run.value.step + 1 })
  return { query, request, side, state, connection, step }
}

describe('a query', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks at once, and anew when the question changes', async () => {
    const { query, request, side } = setUp()
    await settle()
    expect(query.view.value).toEqual({ number: 1 })
    side.value = 'test'
    await settle()
    expect(request).toHaveBeenLastCalledWith('metrics', { side: 'test' })
    expect(query.view.value).toEqual({ number: 2 })
  })

  it('asks no more often than it may while a run goes on, and once more at its end', async () => {
    const { request, step } = setUp()
    await settle()
    for (let frame = 0; frame < 100; frame++) {
      step()
      await vi.advanceTimersByTimeAsync(25)
    }
    // 2.5 seconds: the first question, and one a second.
    expect(request.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(request.mock.calls.length).toBeLessThanOrEqual(4)
    const before = request.mock.calls.length
    step('paused')
    await settle()
    expect(request).toHaveBeenCalledTimes(before + 1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(request).toHaveBeenCalledTimes(before + 1)
  })

  it('has one question under way at a time, and asks again when the answer is about weights that are gone', async () => {
    let finish: (value: unknown) => void = () => {}
    const { query, request, step } = setUp((number) =>
      number === 1 ? new Promise((resolve) => (finish = resolve)) : Promise.resolve({ number })
    )
    await settle()
    step('paused')
    await settle()
    expect(request).toHaveBeenCalledTimes(1)
    finish({ number: 1 })
    await settle()
    expect(query.view.value).toEqual({ number: 1 })
    await vi.advanceTimersByTimeAsync(2000)
    expect(query.view.value).toEqual({ number: 2 })
  })

  it('does not show the answer to a question that is no longer asked', async () => {
    let finish: (value: unknown) => void = () => {}
    const { query, side } = setUp((number) => (number === 1 ? new Promise((resolve) => (finish = resolve)) : Promise.resolve({ number })))
    await settle()
    side.value = 'test'
    await nextTick()
    finish({ number: 1 })
    await settle()
    await settle()
    expect(query.view.value).toEqual({ number: 2 })
  })

  it('asks nothing of an engine that is gone or of settings that do not fit, and shows nothing then', async () => {
    const { query, request, state } = setUp()
    await settle()
    state.value = { ...experimentState(), prepared: null }
    await settle()
    expect(query.view.value).toBeNull()
    expect(request).toHaveBeenCalledTimes(1)
  })

  it('says what went wrong, but not that it was cancelled', async () => {
    const cancelled = setUp(() => Promise.reject(new AppError('request.cancelled')))
    const failed = setUp(() => Promise.reject(new AppError('numeric.not-finite')))
    await settle()
    expect(cancelled.query.error.value).toBeNull()
    expect(failed.query.error.value?.code).toBe('numeric.not-finite')
  })

  it('is still once it is stopped', async () => {
    const { query, request, step } = setUp()
    await settle()
    query.stop()
    step('paused')
    await vi.advanceTimersByTimeAsync(5000)
    expect(request).toHaveBeenCalledTimes(1)
  })

  it('shows nothing of a network that is gone, from the very moment', async () => {
    const { query, state } = setUp()
    await settle()
    state.value = { ...experimentState(), network: { inputs: 2, layers: [{ units: 3, activation: 'linear' }] } }
    expect(query.view.value).toBeNull()
    await settle()
    expect(query.view.value).toEqual({ number: 2 })
  })
})

/** A question to an engine that answers when told to. */
function asking(options?: QueryOptions) {
  const open: { answer: (milliseconds?: number) => void; refuse: (error: AppError) => void }[] = []
  const asked: unknown[] = []
  const request = (_name: string, args: unknown) => {
    asked.push(args)
    return new Promise((resolve, reject) => open.push({ answer: (milliseconds = 1) => resolve({ args, milliseconds }), refuse: reject }))
  }
  const state = experimentState()
  const run = shallowRef(state.run)
  const goOn = () => (run.value = { ...run.value, step: run.value.step + 1 })
  const client = { request, state: shallowRef(state), run }
  const target = ref<number | null>(0)
  const app = createApp({})
  app.provide(engineState.key, client as unknown as EngineClient)
  const made = app.runWithContext(() =>
    scope.run(() => useQuery('viewAnswers', () => (target.value === null ? null : [{ target: target.value }]), { live: true, ...options }))
  )
  if (!made) throw new Error('nothing was made')
  const answer = async (milliseconds?: number) => {
    open.shift()?.answer(milliseconds)
    await vi.advanceTimersByTimeAsync(0)
  }
  const refuse = async (error: AppError) => {
    open.shift()?.refuse(error)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { view: made.view, error: made.error, asked, answer, refuse, goOn, target }
}

let scope: EffectScope

describe('a live query', () => {
  beforeEach(() => {
    scope = effectScope()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  it('is asked for at once, and again after every change, but never twice at a time', async () => {
    const { asked, answer, goOn } = asking()
    expect(asked).toHaveLength(1)
    for (let epoch = 0; epoch < 5; epoch++) {
      goOn()
      await nextTick()
    }
    expect(asked).toHaveLength(1)
    await answer()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(2)
    await answer()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(2)
  })

  it('leaves an engine that needs long alone for long', async () => {
    const { asked, answer, goOn } = asking()
    goOn()
    await nextTick()
    await answer(200)
    await vi.advanceTimersByTimeAsync(restAfter(200) - 1)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2)
    expect(asked).toHaveLength(2)
  })

  it('does not keep another question waiting for that', async () => {
    const { asked, answer, target } = asking()
    await answer(200)
    target.value = 1
    await nextTick()
    expect(asked).toEqual([{ target: 0 }, { target: 1 }])
  })

  it('does not show the answer to a question that is not asked any more', async () => {
    const { view, asked, answer, target } = asking()
    target.value = 1
    await nextTick()
    await answer()
    expect(view.value).toBeNull()
    await vi.advanceTimersByTimeAsync(100)
    await answer()
    expect(asked).toEqual([{ target: 0 }, { target: 1 }])
    expect(view.value).toMatchObject({ args: { target: 1 } })
  })

  it('is nothing while there is no question', async () => {
    const { view, answer, target } = asking()
    await answer()
    expect(view.value).not.toBeNull()
    await vi.advanceTimersByTimeAsync(100)
    target.value = null
    await nextTick()
    expect(view.value).toBeNull()
  })

  it('that does not change with the weights is not asked for again as they change', async () => {
    const { asked, answer, goOn } = asking({ followsRun: false })
    await answer()
    await vi.advanceTimersByTimeAsync(100)
    goOn()
    await nextTick()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(1)
  })

  it('keeps its answer while the run or the engine is gone, and none after another refusal', async () => {
    const { view, error, answer, refuse, goOn } = asking()
    const askAgain = async () => {
      goOn()
      await nextTick()
      await vi.advanceTimersByTimeAsync(100)
    }
    await answer()
    for (const code of ['request.no-run', 'request.no-engine'] as const) {
      await askAgain()
      await refuse(new AppError(code))
      expect(view.value).not.toBeNull()
    }
    await askAgain()
    await refuse(new AppError('numeric.not-finite'))
    expect(view.value).toBeNull()
    expect(error.value?.code).toBe('numeric.not-finite')
  })

  it('asks nothing while the window is hidden, and again once it is shown', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get')
    const turn = async (to: DocumentVisibilityState) => {
      visibility.mockReturnValue(to)
      document.dispatchEvent(new Event('visibilitychange'))
      await nextTick()
    }
    const { asked, answer, goOn } = asking()
    await answer()
    await vi.advanceTimersByTimeAsync(100)
    await turn('hidden')
    goOn()
    await nextTick()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(1)
    await turn('visible')
    expect(asked).toHaveLength(2)
    visibility.mockRestore()
  })
})
