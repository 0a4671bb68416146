import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Step } from '#core'
import type { Place } from './arrangement'
import { copiesIn, movedBy, placeOf, stepsShown, wholesIn, type Granularity, type WalkDetail } from './walk-order'

/** Where in a walk one is: its step, and the cell that is looked at. */
export interface Navigation {
  /** The steps that are gone through, in order. */
  readonly order: ComputedRef<readonly Step[]>
  /** The place of the step in the order, from 0. */
  readonly at: ComputedRef<number>
  readonly step: ComputedRef<Step | null>
  readonly granularity: Ref<Granularity>
  readonly detail: ShallowRef<WalkDetail>
  /** The cell that is pinned; each step has its own. */
  readonly pinned: ComputedRef<Place>
  /** Whether the walk has come to the step that gives a tensor; those that are given are there from the beginning. */
  readonly isComputed: (tensor: string) => boolean
  /** Goes to the step of a tensor, or of its copy; parts and long ways are opened where it is one of them. */
  readonly goTo: (tensor: string) => void
  readonly jump: (place: number) => void
  readonly move: (direction: 1 | -1, by?: Granularity) => void
  readonly pin: (place: Place) => void
  /** Goes on or back through the cells of the step's result, row by row; false at its ends. */
  readonly moveCell: (direction: 1 | -1) => boolean
  /** Whether the step has parts, or is one; and whether they are opened. */
  readonly parts: ComputedRef<'none' | 'closed' | 'open'>
  /** Opens or closes the parts of the step, or of all steps. */
  readonly toggleParts: (of: 'step' | 'all') => void
  readonly toggleLong: () => void
}

/** Begins at the first step; a walk of other numbers with the same steps keeps the place. */
export function createNavigation(steps: () => readonly Step[]): Navigation {
  const granularity = ref<Granularity>('step')
  const detail = shallowRef<WalkDetail>({ parts: new Set(), long: false })
  const order = computed(() => stepsShown(steps(), detail.value))
  const copies = computed(() => copiesIn(steps()))
  const wholes = computed(() => wholesIn(steps()))
  const positions = computed(() => new Map(steps().map(({ id }, index) => [id, index])))
  // With parts opened or closed, or another walk, the step stays where there is one like it.
  const current = ref('')
  const at = computed(() => (current.value === '' ? 0 : placeOf(order.value, steps(), current.value)))
  const step = computed<Step | null>(() => order.value.at(at.value) ?? null)
  const pins = shallowRef<ReadonlyMap<string, Place>>(new Map())

  const pinned = computed<Place>(() => {
    const { id, shape } = step.value ?? { id: '', shape: [1, 1] as const }
    const { row, column } = pins.value.get(id) ?? { row: 0, column: 0 }
    return { row: Math.min(row, shape[0] - 1), column: Math.min(column, shape[1] - 1) }
  })

  /** The step itself where it has parts, or the one that it is a part of. */
  const whole = computed(() => {
    const id = step.value?.id ?? ''
    return wholes.value.get(id) ?? ([...wholes.value.values()].includes(id) ? id : null)
  })

  function setParts(parts: readonly string[]): void {
    detail.value = { ...detail.value, parts: new Set(parts) }
  }

  function openParts(of: readonly string[]): void {
    setParts([...detail.value.parts, ...of])
  }

  function jump(place: number): void {
    current.value = order.value.at(Math.min(order.value.length - 1, Math.max(0, place)))?.id ?? ''
  }

  function pin(place: Place): void {
    if (step.value) pins.value = new Map(pins.value).set(step.value.id, place)
  }

  function moveCell(direction: 1 | -1): boolean {
    const { shape } = step.value ?? { shape: [1, 1] as const }
    const element = pinned.value.row * shape[1] + pinned.value.column + direction
    if (element < 0 || element >= shape[0] * shape[1]) return false
    pin({ row: Math.floor(element / shape[1]), column: element % shape[1] })
    return true
  }

  return {
    order,
    at,
    step,
    granularity,
    detail,
    pinned,
    isComputed(tensor) {
      const from = positions.value.get(copies.value.get(tensor) ?? tensor)
      const now = step.value && positions.value.get(step.value.id)
      return from === undefined || (typeof now === 'number' && from <= now)
    },
    goTo(tensor) {
      const id = copies.value.get(tensor) ?? tensor
      const found = steps().find((one) => one.id === id)
      if (!found) return
      if (found.level === 'long') detail.value = { ...detail.value, long: true }
      else if (wholes.value.has(id)) openParts([wholes.value.get(id) ?? id])
      jump(order.value.findIndex((one) => one.id === id))
    },
    jump,
    move(direction, by = granularity.value) {
      if (by !== 'cell') return jump(movedBy(order.value, at.value, by, direction))
      if (moveCell(direction)) return
      const next = movedBy(order.value, at.value, 'step', direction)
      if (next === at.value) return
      jump(next)
      const [rows, columns] = step.value?.shape ?? [1, 1]
      pin(direction === 1 ? { row: 0, column: 0 } : { row: rows - 1, column: columns - 1 })
    },
    pin,
    moveCell,
    parts: computed(() => {
      const of = whole.value
      return of === null ? 'none' : detail.value.parts.has(of) ? 'open' : 'closed'
    }),
    toggleParts(of) {
      const { parts } = detail.value
      const all = [...new Set(wholes.value.values())]
      if (of === 'all') setParts(all.every((one) => parts.has(one)) ? [] : all)
      else if (whole.value !== null) {
        if (parts.has(whole.value)) setParts([...parts].filter((one) => one !== whole.value))
        else openParts([whole.value])
      }
    },
    toggleLong: () => (detail.value = { ...detail.value, long: !detail.value.long })
  }
}
