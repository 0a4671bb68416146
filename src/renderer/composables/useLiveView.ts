import { useDocumentVisibility } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { ArgsOf, EngineRequests, ReplyOf } from '#shared/contract'
import { useLab } from './useLab'

/** What the engine tells of the network at a moment. */
export type ViewName = {
  [Name in keyof EngineRequests]: Name extends `view${string}` ? Name : never
}[keyof EngineRequests]

/** Between two questions at least as long as a display frame, in milliseconds. */
const FRAME = 16

/** The engine computes at most every third moment for what is looked at: after an answer it is left alone twice as long as that took. */
const REST = 2

export interface LiveViewOptions {
  /** Whether the answer changes with the weights; so it does unless said. */
  readonly isLive?: boolean
}

/**
 * What the engine answers to a question, kept up to date while training goes on: asked again whenever the question, the experiment or
 * the weights change, never before the last answer is there, and not at all while the window is hidden or `question` gives null.
 * Null until there is an answer, and where the engine has none.
 */
export function useLiveView<Name extends ViewName>(
  name: Name,
  question: () => ArgsOf<EngineRequests[Name]> | null,
  { isLive = true }: LiveViewOptions = {}
): Readonly<ShallowRef<ReplyOf<EngineRequests[Name]> | null>> {
  type Reply = ReplyOf<EngineRequests[Name]>
  const { ask, state, run, historyVersion } = useLab()
  const visibility = useDocumentVisibility()
  const view = shallowRef(null) as ShallowRef<Reply | null>
  let isAsking = false
  let isStale = false
  let isOver = false
  let timer = 0

  async function refresh(): Promise<void> {
    if (isAsking || isOver) {
      isStale = true
      return
    }
    isStale = false
    const args = question()
    if (args === null) {
      view.value = null
      return
    }
    if (visibility.value === 'hidden') return
    isAsking = true
    const reply = (await (ask as (name: Name, args: unknown) => Promise<Reply>)(name, args).catch(() => null)) as Reply | null
    if (isOver) return
    // An answer to what is not asked any more would be drawn over other axes.
    if (JSON.stringify(question()) === JSON.stringify(args)) view.value = reply
    const cost = (reply as { milliseconds?: number } | null)?.milliseconds ?? 0
    timer = window.setTimeout(() => {
      isAsking = false
      if (isStale) void refresh()
    }, Math.max(FRAME, REST * cost))
  }

  const moments = isLive ? [run, historyVersion] : []
  watch([() => JSON.stringify(question()), state, visibility, ...moments], refresh, { immediate: true })
  onScopeDispose(() => {
    isOver = true
    clearTimeout(timer)
  })
  return view
}
