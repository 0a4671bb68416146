// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, effectScope, nextTick, ref, shallowRef, type EffectScope } from 'vue'
import { engineState, type EngineClient } from '../../../src/renderer/engine-client/useEngine'
import { restAfter, useLiveView, type LiveViewOptions } from '../../../src/renderer/engine-client/useLiveView'
import { experimentState } from '../support/experiment-state'

/** A question to an engine that answers when told to. */
function asking(options?: LiveViewOptions) {
  const open: ((milliseconds?: number) => void)[] = []
  const asked: unknown[] = []
  const request = (_name: string, args: unknown) => {
    asked.push(args)
    return new Promise((resolve) => open.push((milliseconds = 1) => resolve({ args, milliseconds })))
  }
  const historyVersion = ref(0)
  const state = experimentState()
  const client = { request, state: shallowRef(state), run: shallowRef(state.run), historyVersion }
  const target = ref<number | null>(0)
  const app = createApp({})
  app.provide(engineState.key, client as unknown as EngineClient)
  const made = app.runWithContext(() =>
    scope.run(() => useLiveView('viewAnswers', () => (target.value === null ? null : { target: target.value }), options))
  )
  if (!made) throw new Error('nothing was made')
  const answer = async (milliseconds?: number) => {
    open.shift()?.(milliseconds)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { view: made, asked, answer, historyVersion, target }
}

let scope: EffectScope

beforeEach(() => {
  scope = effectScope()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a live view', () => {
  it('is asked for at once, and again after every change, but never twice at a time', async () => {
    const { asked, answer, historyVersion } = asking()
    expect(asked).toHaveLength(1)
    for (let epoch = 0; epoch < 5; epoch++) {
      historyVersion.value++
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
    const { asked, answer, historyVersion } = asking()
    historyVersion.value++
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
    const { asked, answer, historyVersion } = asking({ isLive: false })
    await answer()
    await vi.advanceTimersByTimeAsync(100)
    historyVersion.value++
    await nextTick()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(1)
  })
})
