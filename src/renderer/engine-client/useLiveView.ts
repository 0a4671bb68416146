import { useDocumentVisibility } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { AppError } from '#core'
import type { ArgsOf, EngineRequests, ReplyOf } from '#shared/contract'
import { useEngine } from './useEngine'

/** Names of the live views of the network. */
export type ViewName = {
  [Name in keyof EngineRequests]: Name extends `view${string}` ? Name : never
}[keyof EngineRequests]

/** Between two questions at least as long as a display frame, in milliseconds. */
const FRAME = 16

/** After an answer the engine is left alone twice as long as that took: at most every third moment is spent on what is looked at. */
const REST = 2

/** An answer that takes this long, in milliseconds, is worth waiting for longer still, so that a click on Pause seldom waits for one. */
const LONG = 50

/** Returns the pause after a response that took `cost`; both in milliseconds. */
export function restAfter(cost: number): number {
  return Math.max(FRAME, cost * (REST + cost / LONG))
}

export interface LiveViewOptions {
  /** Whether the answer changes with the weights; so it does unless said. */
  readonly isLive?: boolean
}

/**
 * Keeps the result of a request up to date during training: it is repeated whenever the question, the experiment or the weights change,
 * never before the last response, and not at all while the window is hidden or `question` returns null. Null until there is a result, and
 * where the engine has none.
 */
export function useLiveView<Name extends ViewName>(
  name: Name,
  question: () => ArgsOf<EngineRequests[Name]> | null,
  { isLive = true }: LiveViewOptions = {}
): Readonly<ShallowRef<ReplyOf<EngineRequests[Name]> | null>> {
  type Reply = ReplyOf<EngineRequests[Name]>
  const { request, state, run, historyVersion } = useEngine()
  const visibility = useDocumentVisibility()
  const view = shallowRef(null) as ShallowRef<Reply | null>
  let isAsking = false
  let isResting = false
  let isStale = false
  let isOver = false
  let timer = 0

  async function refresh(): Promise<void> {
    isStale = isAsking || isResting
    if (isStale || isOver) return
    const args = question()
    if (args === null) {
      view.value = null
      return
    }
    if (visibility.value === 'hidden') return
    isAsking = true
    const reply = await (request as (name: Name, args: unknown) => Promise<Reply>)(name, args).catch(viewOnError)
    isAsking = false
    if (isOver) return
    // An answer to what is not asked any more would be drawn over other axes.
    const isWanted = JSON.stringify(question()) === JSON.stringify(args)
    if (isWanted) view.value = reply
    const { milliseconds = 0 } = (reply ?? {}) as { milliseconds?: number }
    rest(isWanted ? milliseconds : 0)
  }

  /** Of a run that is gone the last answer stays until the state of the new one is there. */
  function viewOnError(error: unknown): Reply | null {
    return error instanceof AppError && error.code === 'request.no-run' ? view.value : null
  }

  function rest(cost: number): void {
    isResting = true
    timer = window.setTimeout(wake, restAfter(cost))
  }

  function wake(): void {
    clearTimeout(timer)
    isResting = false
    if (isStale) void refresh()
  }

  // Who asks something else does not wait for the engine's rest.
  watch(
    () => JSON.stringify(question()),
    () => {
      isStale = true
      if (!isAsking) wake()
    },
    { immediate: true }
  )
  watch([state, visibility, ...(isLive ? [run, historyVersion] : [])], refresh)
  onScopeDispose(() => {
    isOver = true
    clearTimeout(timer)
  })
  return view
}
