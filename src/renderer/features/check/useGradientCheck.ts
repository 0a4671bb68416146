import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import {
  checkPresets,
  defaultEpsilon,
  estimateRemaining,
  requireEpsilon,
  AppError,
  toWire,
  type CheckPresetName,
  type MistakeName
} from '#core'
import type { CheckReport, WireError } from '#shared/contract'
import { checkOrder, type CheckColumn, type CheckFilter, type CheckSort } from './check-order'
import { checkToTsv } from './check-text'
import type { BridgeClient } from '../../engine-client/bridge-client'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'
import type { SettingsEditor } from '../settings/useSettings'
import type { Toasts } from '../../ui/useToasts'

/**
 * The gradient check: what it is asked with, how far it is, what it found, and which of its rows are shown in what
 * order.
 */
export interface GradientCheckControl {
  readonly epsilon: Readonly<Ref<number>>
  /** Takes another ε; `typed` is what was typed for it. */
  readonly chooseEpsilon: (epsilon: number, typed?: string) => void
  /** The mistake that is planted in the next check; null for none. */
  readonly planted: Readonly<Ref<MistakeName | null>>
  /** Plants a mistake and checks, or takes it away and checks again. */
  readonly plant: (bug: MistakeName | null) => Promise<void>
  /** The rule by which a gradient passes. */
  readonly preset: Readonly<Ref<CheckPresetName>>
  /** Takes another rule, and the step that belongs to it. */
  readonly choosePreset: (preset: CheckPresetName) => void
  readonly isChecking: Readonly<Ref<boolean>>
  /** Seconds until the check in progress will be done, at the pace so far; null while that is not known. */
  readonly remaining: ComputedRef<number | null>
  readonly report: Readonly<ShallowRef<CheckReport | null>>
  /** Why there was no verdict, or what is wrong with ε. */
  readonly error: Readonly<ShallowRef<WireError | null>>
  /** Training has gone on or back since the check; it may since have come to the same epoch on another way. */
  readonly isStale: ComputedRef<boolean>
  readonly filter: ShallowRef<CheckFilter>
  readonly sort: ShallowRef<CheckSort>
  /** The rows shown, as indices into the report's columns. */
  readonly rows: ComputedRef<Uint32Array>
  readonly check: () => Promise<void>
  readonly cancel: () => Promise<void>
  /** Sorts by a column: by magnitude downwards first, where that is what one looks for; again, the other way. */
  readonly sortBy: (column: CheckColumn) => void
  /** Copies the rows shown, tab-separated, with full precision. */
  readonly copy: () => Promise<void>
}

export const gradientCheckState = sharedState<GradientCheckControl>('GradientCheck')
export const useGradientCheck = gradientCheckState.use

const ALL: CheckFilter = { tensor: null, verdict: null }
const IN_ORDER: CheckSort = { column: 'tensor', descending: false }
/** Failures on top. */
const WORST_FIRST: CheckSort = { column: 'verdict', descending: true }
const NONE = new Uint32Array(0)

/** The derivatives that are checked first set a pace that is steady only after so many seconds. */
const STEADY_AFTER = 1

export interface GradientCheckOptions {
  readonly engine: EngineClient
  readonly settings: SettingsEditor
  readonly bridge: BridgeClient
  readonly problems: Problems
  readonly toasts: Toasts
}

export function createGradientCheck({ engine, settings, bridge, problems, toasts }: GradientCheckOptions): GradientCheckControl {
  const epsilon = ref<number>(defaultEpsilon)
  const preset = ref<CheckPresetName>('strict')
  const planted = ref<MistakeName | null>(null)
  let typed = ''
  const isChecking = ref(false)
  const report = shallowRef<CheckReport | null>(null)
  const error = shallowRef<WireError | null>(null)
  const filter = shallowRef<CheckFilter>(ALL)
  const sort = shallowRef<CheckSort>(IN_ORDER)
  const rows = computed(() => (report.value ? checkOrder(report.value, filter.value, sort.value) : NONE))
  let startedAt = 0
  const remaining = computed(() => {
    const progress = engine.checkProgress.value
    return isChecking.value && progress ? estimateRemaining(progress, (performance.now() - startedAt) / 1000, STEADY_AFTER) : null
  })
  const hasMoved = ref(false)
  const isStale = computed(() => report.value !== null && hasMoved.value)
  watch(
    () => engine.run.value.step,
    () => (hasMoved.value = true),
    { flush: 'sync' }
  )

  // Another network: its gradients are others, and nobody planted anything in them.
  const networkOf = () =>
    JSON.stringify([engine.state.value?.data.sha256, engine.state.value?.network, engine.state.value?.settings.seeds.init])
  watch(networkOf, () => {
    report.value = null
    planted.value = null
  })

  function chooseEpsilon(value: number, text = ''): void {
    epsilon.value = value
    typed = text
  }

  let running: Promise<void> = Promise.resolve()

  function check(): Promise<void> {
    if (!isChecking.value) running = checkNow()
    return running
  }

  const cancel = () => problems.guard(() => engine.request('cancelCheck')).then(() => undefined)

  async function checkNow(): Promise<void> {
    isChecking.value = true
    startedAt = performance.now()
    error.value = null
    try {
      requireEpsilon(epsilon.value, typed)
      await settings.settled()
      const found = await engine.request('checkGradients', { epsilon: epsilon.value, preset: preset.value, planted: planted.value })
      hasMoved.value = found.epoch !== engine.run.value.epoch
      report.value = found
      filter.value = ALL
      sort.value = found.failed > 0 ? WORST_FIRST : IN_ORDER
    } catch (thrown) {
      const isNews = !(thrown instanceof AppError) || (thrown.code !== 'request.cancelled' && thrown.code !== 'request.no-engine')
      if (isNews) error.value = toWire(thrown)
    } finally {
      isChecking.value = false
    }
  }

  return {
    epsilon,
    chooseEpsilon,
    preset,
    choosePreset(chosen) {
      preset.value = chosen
      chooseEpsilon(checkPresets[chosen].epsilon)
    },
    planted,
    async plant(bug) {
      planted.value = bug
      if (isChecking.value) {
        // The check in progress was asked for another mistake.
        await cancel()
        await running
      }
      await check()
    },
    isChecking,
    remaining,
    report,
    error,
    isStale,
    filter,
    sort,
    rows,
    check,
    cancel,
    sortBy(column) {
      const firstDescending = column === 'absolute' || column === 'relative' || column === 'verdict'
      const isSame = sort.value.column === column
      sort.value = { column, descending: isSame ? !sort.value.descending : firstDescending }
    },
    async copy() {
      const shown = report.value
      if (!shown) return
      const done = await problems.guard(() => bridge.call('copyText', { text: checkToTsv(shown, rows.value) }))
      if (done) toasts.show('toast.copiedRows', { count: rows.value.length })
    }
  }
}
