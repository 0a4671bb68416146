import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { CellPlace, CodeLanguage, Region, SampleJacobian, Step, StepFactor } from '#core'
import type { WalkCellView, WalkTerm } from '#shared/contract'
import { sharedState } from '../../ui/shared-state'
import type { Place } from './arrangement'
import { followedCells, type FollowedPlace } from './followed-cells'
import type { TexNames } from './named-tex'
import { createNavigation, type Navigation } from './navigation'
import { shownName } from './tensor-numbers'
import { copiesIn } from './walk-order'
import type { WalkSource } from './walk-source'

/** The cell under the pointer: one of the result, or of one of its factors. */
export type PointedCell =
  { readonly part: 'result'; readonly place: Place } | { readonly part: 'factor'; readonly factor: StepFactor; readonly place: Place }

/** The state that the parts of the microscope share: the walk, where in it one is, and what is looked at. */
export interface Microscope extends WalkSource {
  readonly navigation: Navigation
  readonly isPlaying: Readonly<Ref<boolean>>
  readonly play: () => void
  readonly pause: () => void
  readonly pointed: Readonly<ShallowRef<PointedCell | null>>
  /** Tells what the pointer is over: a cell of a factor, or of the result where the factor is null. */
  readonly point: (factor: StepFactor | null, place: Place | null) => void
  /** The cell of the result whose calculation is shown: the one under the pointer, else the pinned one. */
  readonly chosen: ComputedRef<Place>
  /** Its calculation; null until it is there. */
  readonly cell: Readonly<ShallowRef<WalkCellView | null>>
  /** The number of the term under the pointer, from 0. */
  readonly term: Ref<number | null>
  /** The cell of a factor that was clicked, in the tensor's own rows and columns. */
  readonly picked: ShallowRef<CellPlace | null>
  readonly pickFactor: (factor: StepFactor, place: Place) => void
  /** Goes to a number of the walk as soon as the walk is there: to its step, or to the first step that reads it. */
  readonly lookAt: (at: CellPlace) => void
  /** The tensor whose name is under the pointer, lit everywhere. */
  readonly lit: Ref<string | null>
  readonly followed: ShallowRef<FollowedPlace | null>
  /** The cells of a tensor, as it is drawn, on the paths of the weight that is followed. */
  readonly marksOf: (factor: StepFactor) => Region | null
  readonly directionOf: (tensor: string) => 'forward' | 'backward' | 'neither'
  /** The name of a tensor: that of its gradient where no penalty tells the two apart. */
  readonly nameOf: (tensor: string) => string
  /** The names that a step's formula may have: of its result and its factors. */
  readonly texNamesOf: (step: Step) => TexNames
  /** Whether a tensor comes after the first number that is not finite. */
  readonly isLost: (tensor: string) => boolean
  readonly codeLanguage: Ref<CodeLanguage>
  readonly showsJacobian: Ref<boolean>
  /** The Jacobian of the step for the sample of the pinned row, where it is to be shown and there is one. */
  readonly jacobian: Readonly<ShallowRef<SampleJacobian | null>>
}

export const microscopeState = sharedState<Microscope>('Microscope')
export const useMicroscope = microscopeState.use

/** A term of the sum that is in hand: one of its first, or of its largest. */
export function termIn(cell: WalkCellView | null, number: number): WalkTerm | undefined {
  return [...(cell?.terms ?? []), ...(cell?.largest?.terms ?? [])].find((one) => one.number === number)
}

/** While it plays, a step stays so long, and a cell; in milliseconds. */
const PACE = { layer: 2500, step: 1800, cell: 700 }

export function createMicroscope(source: WalkSource): Microscope {
  const { walk } = source
  const navigation = createNavigation(() => walk.value?.steps ?? [])
  const { step, pinned, granularity, at, order } = navigation
  const pointed = shallowRef<PointedCell | null>(null)
  const term = ref<number | null>(null)
  const picked = shallowRef<CellPlace | null>(null)
  const followed = shallowRef<FollowedPlace | null>(null)
  const cell = shallowRef<WalkCellView | null>(null)
  const isPlaying = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const chosen = computed(() => (pointed.value?.part === 'result' ? pointed.value.place : pinned.value))
  /** Copies by what they are copies of, for the gradients of weights. */
  const copies = computed(
    () => new Map([...copiesIn(walk.value?.steps ?? [])].flatMap(([copy, from]) => (from.endsWith('.data') ? [[from, copy]] : [])))
  )
  const phases = computed(() => new Map((walk.value?.steps ?? []).map(({ id, phase }, index) => [id, { phase, index }])))

  const wanted = shallowRef<CellPlace | null>(null)
  watch(
    [walk, wanted],
    ([now, at]) => {
      if (!now || !at) return
      wanted.value = null
      const isStep = now.steps.some(({ id }) => id === at.tensor)
      const to = isStep ? at.tensor : now.steps.find(({ factors }) => factors.some(({ tensor }) => tensor === at.tensor))?.id
      if (to === undefined) return
      navigation.goTo(to)
      if (isStep) navigation.pin(at)
      else picked.value = at
    },
    { flush: 'post' }
  )

  // At once, before anything of the new step is pointed at.
  watch(
    step,
    () => {
      pointed.value = null
      term.value = null
      picked.value = null
    },
    { flush: 'sync' }
  )
  watch(
    [walk, step, chosen],
    async (_now, _before, onCleanup) => {
      let isOver = false
      onCleanup(() => (isOver = true))
      if (!step.value) {
        cell.value = null
        return
      }
      const found = await source.cellAt({ step: step.value.id, ...chosen.value })
      if (!isOver) cell.value = found
    },
    { immediate: true }
  )

  const showsJacobian = ref(false)
  const jacobian = shallowRef<SampleJacobian | null>(null)
  watch([walk, step, () => pinned.value.row, showsJacobian], async (_now, _before, onCleanup) => {
    let isOver = false
    onCleanup(() => (isOver = true))
    const found = step.value && showsJacobian.value ? await source.jacobianAt(step.value.id, pinned.value.row) : null
    if (!isOver) jacobian.value = found
  })

  function pause(): void {
    isPlaying.value = false
    clearTimeout(timer)
  }

  function goOn(): void {
    timer = setTimeout(() => {
      const before = [at.value, pinned.value] as const
      navigation.move(1)
      const isAtEnd = at.value === before[0] && pinned.value.row === before[1].row && pinned.value.column === before[1].column
      if (isAtEnd) pause()
      else goOn()
    }, PACE[granularity.value])
  }
  onScopeDispose(pause)

  return {
    ...source,
    navigation,
    isPlaying,
    play() {
      if (isPlaying.value) return pause()
      if (at.value === order.value.length - 1) navigation.jump(0)
      isPlaying.value = true
      goOn()
    },
    pause,
    pointed,
    point(factor, place) {
      pointed.value = place === null ? null : factor === null ? { part: 'result', place } : { part: 'factor', factor, place }
    },
    chosen,
    cell,
    term,
    picked,
    pickFactor(factor, { row, column }) {
      picked.value = { tensor: factor.tensor, ...(factor.transposed ? { row: column, column: row } : { row, column }) }
    },
    lookAt: (place) => (wanted.value = place),
    lit: ref(null),
    followed,
    marksOf({ tensor, transposed }) {
      const found = walk.value?.tensor(tensor)
      if (!followed.value || !found) return null
      const region = followedCells(tensor, [found.rows, found.columns], followed.value)
      return region && transposed ? { rows: region.columns, columns: region.rows } : region
    },
    directionOf(tensor) {
      const phase = phases.value.get(tensor)?.phase
      return phase === 'backward' ? 'backward' : phase === 'update' ? 'neither' : 'forward'
    },
    nameOf(tensor) {
      const copy = copies.value.get(tensor)
      const name = walk.value?.tensor(copy ?? tensor)?.name ?? tensor
      return shownName(name.replace(/\.data$/, ' (data)'))
    },
    texNamesOf({ result, factors }) {
      const ids = new Set([result, ...factors.map(({ tensor }) => tensor)])
      return [...ids].flatMap((id) => {
        const tex = walk.value?.tensor(id)?.tex
        return tex === undefined ? [] : [[tex, id] as const]
      })
    },
    isLost(tensor) {
      const first = walk.value?.firstNotFinite
      const [from, here] = [first && phases.value.get(first.step), phases.value.get(tensor)]
      return from !== undefined && from !== null && here !== undefined && here.index > from.index
    },
    codeLanguage: ref<CodeLanguage>('numpy'),
    showsJacobian,
    jacobian
  }
}
