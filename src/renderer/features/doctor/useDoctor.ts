import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { AppError, toWire, type Finding } from '#core'
import type { OverfitView, WireError } from '#shared/contract'
import { gravestOf } from './gravest'
import { fieldOfPatch } from '../settings/patch-field'
import { subjectOf } from '../../engine-client/subject'
import { sharedState } from '../../ui/shared-state'
import { createQuery } from '../../engine-client/useQuery'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'
import type { SettingsEditor } from '../settings/useSettings'

/** Findings about the run, updated during training. */
export interface Doctor {
  readonly findings: ComputedRef<readonly Finding[]>
  /** Whether the doctor's tab is shown, where the notice would say the same again. */
  readonly isOpen: Ref<boolean>
  /** Finding for the notice, unless it was dismissed or the tab is shown. */
  readonly gravest: ComputedRef<ReturnType<typeof gravestOf>>
  /** Says no more about that rule until something else is found. */
  readonly dismiss: () => void
  /** Changes the settings as a finding proposes, and trains from the start. */
  readonly retrain: (finding: Finding) => Promise<void>
  /** Counts requests to show the doctor's tab. */
  readonly calls: Readonly<Ref<number>>
  readonly call: () => void
  readonly overfit: Readonly<ShallowRef<OverfitView | null>>
  readonly overfitError: Readonly<ShallowRef<WireError | null>>
  readonly isTesting: Readonly<Ref<boolean>>
  readonly testOverfit: () => Promise<void>
  readonly cancelOverfit: () => Promise<void>
}

export const doctorState = sharedState<Doctor>('Doctor')
export const useDoctor = doctorState.use

/** Advice is not for every frame. */
const EVERY = 2000

export interface DoctorOptions {
  readonly engine: EngineClient
  readonly settings: SettingsEditor
  readonly problems: Problems
}

export function createDoctor({ engine, settings, problems }: DoctorOptions): Doctor {
  const { view } = createQuery(engine, 'diagnose', () => [], { every: EVERY })
  const findings = computed(() => view.value?.findings ?? [])
  const dismissed = ref<string | null>(null)
  const isOpen = ref(false)
  const gravest = computed(() => {
    const found = gravestOf(findings.value)
    return found && !isOpen.value && found.finding.rule !== dismissed.value ? found : null
  })
  const calls = ref(0)
  const overfit = shallowRef<OverfitView | null>(null)
  const overfitError = shallowRef<WireError | null>(null)
  const isTesting = ref(false)

  // Another network: it may well pass.
  watch(
    () => subjectOf(engine.state.value),
    () => (overfit.value = null)
  )

  return {
    findings,
    isOpen,
    gravest,
    dismiss: () => (dismissed.value = gravest.value?.finding.rule ?? null),
    async retrain({ remedy }) {
      if (!remedy) return
      await settings.replace(fieldOfPatch(remedy.patch), remedy.patch)
      await problems.guard(async () => {
        await engine.request('rewind')
        await engine.request('run')
      })
    },
    calls,
    call: () => calls.value++,
    overfit,
    overfitError,
    isTesting,
    async testOverfit() {
      if (isTesting.value) return
      isTesting.value = true
      overfit.value = null
      overfitError.value = null
      try {
        await settings.settled()
        overfit.value = await engine.request('overfitTest')
      } catch (thrown) {
        if (!(thrown instanceof AppError && thrown.code.startsWith('request.'))) overfitError.value = toWire(thrown)
      } finally {
        isTesting.value = false
      }
    },
    async cancelOverfit() {
      await problems.guard(() => engine.request('cancelOverfitTest'))
    }
  }
}
