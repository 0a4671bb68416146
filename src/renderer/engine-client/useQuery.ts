import { useDocumentVisibility } from '@vueuse/core'
import { onActivated, onDeactivated, onScopeDispose, readonly, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { AppError, toWire } from '#core'
import type { EngineRequestName, TextCode, WireError } from '#shared/contract'
import type { EngineArgs, EngineReply } from './port-client'
import { subjectOf } from './subject'
import { useEngine, type EngineClient } from './useEngine'

/** Result of one engine request, kept up to date while it is shown. */
export interface Query<Name extends EngineRequestName> {
  /** The last answer; null before the first, and while there is no question. */
  readonly view: Readonly<ShallowRef<EngineReply<Name> | null>>
  /** Why there is no answer, where the engine refused one. */
  readonly error: Readonly<ShallowRef<WireError | null>>
}

export interface QueryOptions {
  /** Keeps up with the display: the defaults of the options below are those of a picture that is drawn again and again. False. */
  readonly live?: boolean
  /** Asks again as the weights change; true. */
  readonly followsRun?: boolean
  /** The least time between an answer and the next request while a run goes on, in milliseconds; 1000, or a display frame if live. */
  readonly every?: number
  /**
   * Waits for `every`, and for the engine's rest, after a step of a run that stands still too; true if live, so that a step that is
   * repeated by its key is not slowed down.
   */
  readonly throttlesSteps?: boolean
  /** Asks nothing while this is false; a page that is left is kept, but shows nothing. True. */
  readonly isShown?: Readonly<Ref<boolean>>
  /** Asks nothing while the window is hidden; true if live. */
  readonly whileVisible?: boolean
  /** Keeps the last answer until the next one, although what it is about is gone or the engine does not answer; true if live. */
  readonly keepsLast?: boolean
}

/** Refusals that another state of the experiment follows: the next answer replaces them. */
const outdated: ReadonlySet<TextCode> = new Set(['request.cancelled', 'request.no-engine', 'request.no-run'])

/** A display frame, in milliseconds. */
const FRAME = 16

/** After an answer the engine is left alone twice as long as a picture took, three times as long as figures took. */
const [LIVE_REST, REST] = [2, 3]

/** A picture that takes this long, in milliseconds, is worth waiting for longer still, so that a click on Pause seldom waits for one. */
const LONG = 50

/** Returns the pause after a picture that took `cost`; both in milliseconds. */
export function restAfter(cost: number): number {
  return cost * (LIVE_REST + cost / LONG)
}

/**
 * Asks the engine at once, whenever the arguments change, and again and again while training goes on, one request at a time, as long as
 * the component is there and its page is open. `args` gives null where there is nothing to ask.
 */
export function useQuery<Name extends EngineRequestName>(
  name: Name,
  args: () => EngineArgs<Name> | null,
  options?: QueryOptions
): Query<Name> {
  const { stop, ...query } = createQuery(useEngine(), name, args, { isShown: useIsShown(), ...options })
  onScopeDispose(stop)
  return query
}

/** Whether the component's page is open. */
function useIsShown(): Readonly<Ref<boolean>> {
  const isShown = ref(true)
  onActivated(() => (isShown.value = true))
  onDeactivated(() => (isShown.value = false))
  return readonly(isShown)
}

/** The same outside a component, until it is stopped. */
export function createQuery<Name extends EngineRequestName>(
  engine: EngineClient,
  name: Name,
  args: () => EngineArgs<Name> | null,
  {
    live = false,
    followsRun = true,
    every = live ? FRAME : 1000,
    throttlesSteps = live,
    isShown = ref(true),
    whileVisible = live,
    keepsLast = live
  }: QueryOptions = {}
): Query<Name> & { readonly stop: () => void } {
  // A name that is still open keeps TypeScript from seeing that the two are one.
  const view = shallowRef(null) as ShallowRef<EngineReply<Name> | null>
  const error = shallowRef<WireError | null>(null)
  const visibility = whileVisible ? useDocumentVisibility() : null
  let isAsking = false
  let isStale = false
  /** Stale by other arguments or another state, which wait for no rest. */
  let isUrgent = false
  /** The units or inputs that the request under way is about are gone. */
  let isGone = false
  let isStopped = false
  let rest: ReturnType<typeof setTimeout> | undefined

  const canAsk = () => keepsLast || (engine.connection.value === 'ready' && Boolean(engine.state.value?.prepared))
  const question = () => (canAsk() ? args() : null)
  const key = () => JSON.stringify(question())

  async function ask(): Promise<void> {
    clearTimeout(rest)
    rest = undefined
    isStale = isUrgent = isGone = false
    const asked = question()
    if (!asked) {
      view.value = null
      error.value = null
      return
    }
    if (visibility?.value === 'hidden' || !isShown.value) return
    const start = performance.now()
    isAsking = true
    const settled = await engine.request(name, ...asked).then(
      (reply) => ({ reply }),
      (thrown: unknown) => ({ thrown })
    )
    isAsking = false
    if (isStopped) return
    // An answer to other arguments would be drawn over other axes.
    if (!isGone && JSON.stringify(asked) === key()) apply(settled)
    if (isUrgent) void ask()
    else leaveAlone(live ? restAfter(millisecondsOf(settled)) : REST * (performance.now() - start))
  }

  function apply(settled: { readonly reply: EngineReply<Name> } | { readonly thrown: unknown }): void {
    if ('reply' in settled) {
      view.value = settled.reply
      error.value = null
    } else if (!(settled.thrown instanceof AppError && outdated.has(settled.thrown.code))) {
      view.value = null
      error.value = toWire(settled.thrown)
    }
  }

  function leaveAlone(milliseconds: number): void {
    rest = setTimeout(
      () => {
        rest = undefined
        if (isStale) void ask()
      },
      Math.max(every, milliseconds)
    )
  }

  /** The run went on: what is shown is older than the weights. */
  function age(): void {
    isStale = true
    const isThrottled = throttlesSteps || engine.run.value.status === 'running'
    if (!isAsking && (rest === undefined || !isThrottled)) void ask()
  }

  function renew(): void {
    isUrgent = true
    if (!isAsking) void ask()
  }

  const stops = [
    watch(key, renew, { immediate: true }),
    watch(engine.state, throttlesSteps ? age : renew),
    ...(followsRun ? [watch(engine.run, age)] : []),
    ...(visibility ? [watch(visibility, age)] : []),
    watch(isShown, age),
    ...(keepsLast
      ? []
      : [
          // At once: nothing is drawn from an answer about units or inputs that are gone.
          watch(
            () => subjectOf(engine.state.value),
            () => {
              isGone = true
              view.value = null
            },
            { flush: 'sync' }
          )
        ])
  ]

  return {
    view,
    error,
    stop() {
      isStopped = true
      clearTimeout(rest)
      for (const stop of stops) stop()
    }
  }
}

/** Returns the time that an answer took the engine, in milliseconds; 0 where it is not reported. */
function millisecondsOf(settled: object): number {
  const reply: unknown = 'reply' in settled ? settled.reply : null
  return reply !== null && typeof reply === 'object' && 'milliseconds' in reply ? Number(reply.milliseconds) : 0
}
