import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { AppError } from '#core'
import type { ExperimentState, RunState } from '#shared/contract'
import { createInsight } from '../../../src/renderer/engine-client/useInsight'
import type { Connection, EngineClient } from '../../../src/renderer/engine-client/useEngine'
import { experimentState } from '../support/experiment-state'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(answer: (number: number) => Promise<unknown> = async (number) => ({ number })) {
  const state = shallowRef<ExperimentState | null>(experimentState())
  const run = shallowRef<RunState>(experimentState().run)
  const connection = ref<Connection>('ready')
  const side = ref<'train' | 'test'>('train')
  let asked = 0
  const request = vi.fn((_name: string, _args: unknown) => answer(++asked))
  const client = { connection, state, run, request } as unknown as EngineClient
  const insight = createInsight(client, { request: 'metrics', args: () => [{ side: side.value }], every: 1000 })
  const step = (status: RunState['status'] = 'running') => (run.value = { ...run.value, status, step: run.value.step + 1 })
  return { insight, request, side, state, connection, step }
}

const settle = () => vi.advanceTimersByTimeAsync(1)

it('asks at once, and anew when the question changes', async () => {
  const { insight, request, side } = setUp()
  await settle()
  expect(insight.view.value).toEqual({ number: 1 })
  side.value = 'test'
  await settle()
  expect(request).toHaveBeenLastCalledWith('metrics', { side: 'test' })
  expect(insight.view.value).toEqual({ number: 2 })
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
  const { insight, request, step } = setUp((number) =>
    number === 1 ? new Promise((resolve) => (finish = resolve)) : Promise.resolve({ number })
  )
  await settle()
  step('paused')
  await settle()
  expect(request).toHaveBeenCalledTimes(1)
  finish({ number: 1 })
  await settle()
  expect(insight.view.value).toEqual({ number: 1 })
  await vi.advanceTimersByTimeAsync(2000)
  expect(insight.view.value).toEqual({ number: 2 })
})

it('does not show the answer to a question that is no longer asked', async () => {
  let finish: (value: unknown) => void = () => {}
  const { insight, side } = setUp((number) => (number === 1 ? new Promise((resolve) => (finish = resolve)) : Promise.resolve({ number })))
  await settle()
  side.value = 'test'
  await nextTick()
  finish({ number: 1 })
  await settle()
  await settle()
  expect(insight.view.value).toEqual({ number: 2 })
})

it('asks nothing of an engine that is gone or of settings that do not fit, and shows nothing then', async () => {
  const { insight, request, state } = setUp()
  await settle()
  state.value = { ...experimentState(), prepared: null }
  await settle()
  expect(insight.view.value).toBeNull()
  expect(request).toHaveBeenCalledTimes(1)
})

it('says what went wrong, but not that it was cancelled', async () => {
  const cancelled = setUp(() => Promise.reject(new AppError('request.cancelled')))
  const failed = setUp(() => Promise.reject(new AppError('numeric.not-finite')))
  await settle()
  expect(cancelled.insight.error.value).toBeNull()
  expect(failed.insight.error.value?.code).toBe('numeric.not-finite')
})

it('is still once it is stopped', async () => {
  const { insight, request, step } = setUp()
  await settle()
  insight.stop()
  step('paused')
  await vi.advanceTimersByTimeAsync(5000)
  expect(request).toHaveBeenCalledTimes(1)
})

it('shows nothing of a network that is gone, from the very moment', async () => {
  const { insight, state } = setUp()
  await settle()
  state.value = { ...experimentState(), network: { inputs: 2, layers: [{ units: 3, activation: 'linear' }] } }
  expect(insight.view.value).toBeNull()
  await settle()
  expect(insight.view.value).toEqual({ number: 2 })
})
