import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { ShownNode } from '#core'

/** The place in the walk through a graph: values node by node, then gradients node by node from the output back. */
export interface GraphWalk {
  /** The number of values and gradients that are shown, of `length`. */
  readonly position: ComputedRef<number>
  readonly length: ComputedRef<number>
  readonly phase: ComputedRef<'forward' | 'backward'>
  /** The number of the step in its phase, and how many there are. */
  readonly step: ComputedRef<{ readonly number: number; readonly of: number }>
  /** The node of the last step; null before the first. */
  readonly current: ComputedRef<number | null>
  readonly hasValue: (id: number) => boolean
  readonly hasGradient: (id: number) => boolean
  readonly isPlaying: Readonly<Ref<boolean>>
  go(position: number): void
  move(by: number): void
  toEnd(): void
  play(): void
}

/** The least time between two steps of a walk that plays, in milliseconds. */
const BEAT = 700

export function walkOf(nodes: Readonly<Ref<readonly ShownNode[]>>): GraphWalk {
  /** The number of steps taken; infinite at the end, which then stays the end as nodes are added. */
  const reached = ref(Infinity)
  const isPlaying = ref(false)
  let timer: ReturnType<typeof setInterval> | undefined

  const forward = computed(() => nodes.value.filter(({ op }) => op !== 'input').map(({ id }) => id))
  const backward = computed(() =>
    nodes.value
      .filter(({ gradient }) => gradient !== null)
      .map(({ id }) => id)
      .reverse()
  )
  const length = computed(() => forward.value.length + backward.value.length)
  const position = computed(() => Math.min(reached.value, length.value))
  const order = computed(() => [...forward.value, ...backward.value])
  const placeOf = computed(() => ({
    value: new Map(forward.value.map((id, index) => [id, index])),
    gradient: new Map(backward.value.map((id, index) => [id, forward.value.length + index]))
  }))
  const isBackward = computed(() => position.value > forward.value.length)

  function stop(): void {
    clearInterval(timer)
    timer = undefined
    isPlaying.value = false
  }

  function go(to: number): void {
    reached.value = to >= length.value ? Infinity : Math.max(0, to)
    if (to >= length.value) stop()
  }

  return {
    position,
    length,
    phase: computed(() => (isBackward.value ? 'backward' : 'forward')),
    step: computed(() =>
      isBackward.value
        ? { number: position.value - forward.value.length, of: backward.value.length }
        : { number: position.value, of: forward.value.length }
    ),
    current: computed(() => order.value[position.value - 1] ?? null),
    hasValue: (id) => (placeOf.value.value.get(id) ?? -1) < position.value,
    hasGradient: (id) => (placeOf.value.gradient.get(id) ?? Infinity) < position.value,
    isPlaying,
    go(to) {
      stop()
      go(to)
    },
    move(by) {
      stop()
      go(position.value + by)
    },
    toEnd() {
      stop()
      reached.value = Infinity
    },
    play() {
      if (isPlaying.value) return stop()
      if (position.value >= length.value) reached.value = 0
      isPlaying.value = true
      timer = setInterval(() => go(position.value + 1), BEAT)
    }
  }
}
