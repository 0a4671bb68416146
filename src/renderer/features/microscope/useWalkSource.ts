import { computed, onActivated, onDeactivated, ref, shallowRef, watch } from 'vue'
import { AppError, toWire, walkExampleNames, type NotationName } from '#core'
import { MOST_TERMS, MOST_WINDOW, type WalkEdit, type WireError } from '#shared/contract'
import { useProblems } from '../../engine-client/useProblems'
import type { EngineArgs } from '../../engine-client/port-client'
import { useEngine } from '../../engine-client/useEngine'
import { subjectOf } from '../../engine-client/subject'
import { walkTensors } from './walk-tensors'
import type { ShownWalk, WalkChoice, WalkSource } from './walk-source'

/**
 * Asks the engine process for a walk when the page is opened, and again when another one is chosen: never by itself as the run goes on, since
 * one reads it number by number. Without data it is a lesson of the course notes.
 */
export function useWalkSource(): WalkSource {
  const engine = useEngine()
  const problems = useProblems()
  const walk = shallowRef<ShownWalk | null>(null)
  const error = shallowRef<WireError | null>(null)
  const choice = shallowRef<WalkChoice>({ kind: 'next' })
  const notation = ref<NotationName>('app')
  const edits = shallowRef<readonly WalkEdit[]>([])
  /** The walk of the choice as it came; other notations and changed numbers start from it. */
  let base: string | null = null
  let isOpen = true
  let latest = 0
  const isAsking = ref(false)

  const hasData = computed(() => engine.connection.value === 'ready' && Boolean(engine.state.value?.prepared))

  function question(): EngineArgs<'walk'>[0] {
    const shared = { notation: notation.value, edits: [...edits.value] }
    if (base !== null) return { source: { kind: 'snapshot', walk: base }, ...shared }
    const isOfRun = choice.value.kind !== 'example' && choice.value.kind !== 'case'
    return { source: isOfRun && !hasData.value ? { kind: 'example', name: walkExampleNames[0] } : choice.value, ...shared }
  }

  async function ask(): Promise<void> {
    if (!isOpen || engine.connection.value !== 'ready') return
    const number = ++latest
    const isFirst = base === null
    isAsking.value = true
    try {
      const view = await engine.request('walk', question())
      if (number !== latest) return
      if (isFirst) base = view.id
      const tensor = walkTensors({
        views: view.tensors,
        mostNumbers: MOST_WINDOW,
        ask: (part) => orNull(engine.request('walkTensor', { walk: view.id, ...part }))
      })
      walk.value = { ...view, tensor }
      error.value = null
    } catch (thrown) {
      if (number !== latest || (thrown instanceof AppError && thrown.code === 'request.cancelled')) return
      // The engine has forgotten the snapshot: from the run as it stands.
      if (!isFirst && thrown instanceof AppError && thrown.code === 'request.no-walk') {
        refresh()
        return
      }
      walk.value = null
      error.value = toWire(thrown)
    } finally {
      if (number === latest) isAsking.value = false
    }
  }

  function refresh(): void {
    base = null
    edits.value = []
    void ask()
  }

  /** A part of a walk that the engine no longer has is asked for with a new walk. */
  async function orNull<Reply>(reply: Promise<Reply>): Promise<Reply | null> {
    try {
      return await reply
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'request.no-walk') refresh()
      else problems.report(thrown)
      return null
    }
  }

  watch(choice, refresh)
  watch([notation, edits], () => void ask())
  // Another batch size, rate or penalty makes the next mini-batch another one, or its step.
  const settings = computed(() => JSON.stringify(engine.state.value?.settings))
  watch([() => subjectOf(engine.state.value), settings, engine.connection, () => engine.run.value.id], refresh, { immediate: true })
  onDeactivated(() => {
    isOpen = false
    if (!isAsking.value) return
    base = null
    latest++
    isAsking.value = false
    void problems.guard(() => engine.request('cancelWalk'))
  })
  onActivated(() => {
    if (isOpen) return
    isOpen = true
    const stamp = walk.value?.stamp
    if (base === null || (stamp && stamp.run !== engine.run.value.id)) refresh()
  })

  return {
    walk,
    error,
    progress: computed(() => {
      const { done, total } = engine.walkProgress.value ?? { done: 0, total: 0 }
      return isAsking.value && total > 0 ? done / total : null
    }),
    choice,
    notation,
    edits,
    isStale: computed(() => {
      const stamp = walk.value?.stamp
      return Boolean(stamp) && (stamp?.run !== engine.run.value.id || stamp.step !== engine.run.value.step)
    }),
    refresh,
    async takeStep() {
      const id = walk.value?.id
      if (id !== undefined) await problems.guard(() => engine.request('takeWalk', { walk: id }))
    },
    async cellAt({ step, row, column }) {
      const id = walk.value?.id
      if (id === undefined) return null
      return orNull(engine.request('walkCell', { walk: id, tensor: step, row, column, from: 0, count: MOST_TERMS }))
    },
    async jacobianAt(step, row) {
      const id = walk.value?.id
      return id === undefined ? null : orNull(engine.request('walkJacobian', { walk: id, step, row }))
    },
    async script(language) {
      const id = walk.value?.id
      return id === undefined ? null : orNull(engine.request('walkScript', { walk: id, language }))
    },
    async termsOf({ step, row, column }, from, count) {
      const id = walk.value?.id
      if (id === undefined) return []
      return (await orNull(engine.request('walkCell', { walk: id, tensor: step, row, column, from, count })))?.terms ?? []
    }
  }
}
