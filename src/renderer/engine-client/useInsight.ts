import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { AppError, toWire } from '#core'
import type { EngineRequestName, TextCode, WireError } from '#shared/contract'
import { subjectOf } from './subject'
import type { EngineArgs, EngineReply } from './port-client'
import { useEngine, type EngineClient } from './useEngine'

/** Result of one engine request, kept up to date while it is shown. */
export interface Insight<Name extends EngineRequestName> {
  /** The last answer; null before the first, and after what it was about has gone. */
  readonly view: Readonly<ShallowRef<EngineReply<Name> | null>>
  readonly error: Readonly<ShallowRef<WireError | null>>
  readonly isBusy: Readonly<Ref<boolean>>
  /** Asks at once. */
  readonly refresh: () => void
}

export interface InsightOptions<Name extends EngineRequestName> {
  readonly request: Name
  /** Arguments of the request; null for no request at the moment. A change repeats the request. */
  readonly args: () => EngineArgs<Name> | null
  /** The least time between two questions while a run goes on, in milliseconds; 1000 unless given. */
  readonly every?: number
}

/** Refusals of a query that another one takes the place of. */
const outdated: ReadonlySet<TextCode> = new Set(['request.cancelled', 'request.no-engine', 'request.no-run'])

/** After slow work the engine is left alone so many times as long as the work took: the run goes on meanwhile. */
const REST = 3

/**
 * Asks the engine now, whenever the question changes, and while training goes on again and again, one question at a time, as long as
 * the component is there.
 */
export function useInsight<Name extends EngineRequestName>(options: InsightOptions<Name>): Insight<Name> {
  const insight = createInsight(useEngine(), options)
  onScopeDispose(insight.stop)
  return insight
}

/** The same outside a component, until it is stopped. */
export function createInsight<Name extends EngineRequestName>(
  engine: EngineClient,
  { request, args, every = 1000 }: InsightOptions<Name>
): Insight<Name> & { readonly stop: () => void } {
  // A name that is still open keeps TypeScript from seeing that the two are one.
  const view = shallowRef(null) as ShallowRef<EngineReply<Name> | null>
  const error = shallowRef<WireError | null>(null)
  const isBusy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStale = false
  let isStopped = false
  let round = 0

  const canAsk = () => engine.connection.value === 'ready' && Boolean(engine.state.value?.prepared)

  async function ask(): Promise<void> {
    timer = undefined
    isStale = false
    const question = canAsk() ? args() : null
    if (!question) {
      view.value = null
      error.value = null
      return
    }
    const mine = round
    const start = performance.now()
    isBusy.value = true
    try {
      const answer = await engine.request(request, ...question)
      if (mine === round) [view.value, error.value] = [answer, null]
    } catch (thrown) {
      if (mine === round) tell(thrown)
    } finally {
      isBusy.value = false
    }
    if (isStale && !isStopped) wait(mine === round ? Math.max(every, REST * (performance.now() - start)) : 0)
  }

  function tell(thrown: unknown): void {
    if (thrown instanceof AppError && outdated.has(thrown.code)) return
    view.value = null
    error.value = toWire(thrown)
  }

  function wait(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), milliseconds)
  }

  /** The run went on: what is shown is older than the weights. */
  function age(): void {
    isStale = true
    if (isBusy.value || (timer !== undefined && engine.run.value.status === 'running')) return
    wait(engine.run.value.status === 'running' ? every : 0)
  }

  /** Another question, or the same about something else. */
  function renew(): void {
    round += 1
    isStale = true
    if (!isBusy.value) wait(0)
  }

  const stops = [
    // At once: nothing is drawn from an answer about units or inputs that are gone.
    watch(
      () => subjectOf(engine.state.value),
      () => (view.value = null),
      { flush: 'sync' }
    ),
    watch(() => JSON.stringify(args()), renew),
    watch([engine.connection, engine.state], renew),
    watch(() => [engine.run.value.step, engine.run.value.status], age)
  ]
  wait(0)

  return {
    view,
    error,
    isBusy,
    refresh: renew,
    stop() {
      isStopped = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }
}
