import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { limits } from '#core'
import type { StepUnit } from '#shared/contract'
import { sharedState } from '../../ui/shared-state'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'
import type { SettingsEditor } from '../settings/useSettings'

/** Actions of the run bar, and when they are enabled. */
export interface RunControls {
  readonly isRunning: ComputedRef<boolean>
  /** Pause was pressed; a long step may still be on its way. */
  readonly isPausing: ComputedRef<boolean>
  /** Action of the main button: start, continue, or train further epochs after the last one. */
  readonly mainAction: ComputedRef<'run' | 'resume' | 'extend' | 'pause'>
  /** Number of epochs that `extend` adds. */
  readonly extension: ComputedRef<number>
  readonly canRun: ComputedRef<boolean>
  readonly canStep: ComputedRef<boolean>
  readonly canStepBack: ComputedRef<boolean>
  /** Unit of a step. */
  readonly stepUnit: Ref<StepUnit>
  readonly canRewind: ComputedRef<boolean>
  readonly canReseed: ComputedRef<boolean>
  readonly main: () => Promise<void>
  readonly step: () => Promise<void>
  readonly stepBack: () => Promise<void>
  readonly rewind: () => Promise<void>
  readonly newSeed: () => Promise<void>
}

export const runControlsState = sharedState<RunControls>('RunControls')
export const useRunControls = runControlsState.use

export interface RunControlsOptions {
  readonly engine: EngineClient
  readonly settings: SettingsEditor
  readonly problems: Problems
}

export function createRunControls({ engine, settings, problems }: RunControlsOptions): RunControls {
  const status = computed(() => engine.run.value.status)
  const isReady = computed(() => engine.connection.value === 'ready' && Boolean(engine.state.value?.prepared))
  const isBusy = computed(() => engine.retracingTo.value !== null)
  // One that is to go on counts as running also for the moment in which it stands where it was.
  const isRunning = computed(() => isReady.value && (status.value === 'running' || isBusy.value || engine.goesOn.value))
  const epochs = computed(() => settings.current.value?.epochs ?? 0)
  // "As many again" means as many as the first time, not twice as many with each press.
  const firstGoal = ref(0)
  // A run that was taken back has no goal any more.
  watch(status, (now) => now === 'idle' && (firstGoal.value = 0))
  const extension = computed(() => Math.min(firstGoal.value || epochs.value, limits.epochs - epochs.value))
  const pressedPause = ref(false)
  // Over with the run, not with the answer: the next click may come before that.
  const isPausing = computed(() => isRunning.value && (pressedPause.value || (isBusy.value && !engine.goesOn.value)))

  const stepUnit = ref<StepUnit>('epoch')

  const mainAction = computed(() => {
    if (isRunning.value) return 'pause'
    if (status.value === 'paused') return 'resume'
    // A rule may have ended it before its last epoch.
    if (status.value === 'finished') return engine.run.value.epoch < epochs.value ? 'resume' : 'extend'
    return 'run'
  })
  const canRun = computed(() => isReady.value && status.value !== 'failed' && (mainAction.value !== 'extend' || extension.value > 0))

  /** Does something once all settings have reached the engine, and reports what goes wrong. */
  async function guarded(work: () => Promise<unknown>): Promise<void> {
    await settings.settled()
    await problems.guard(work)
  }

  /** Decided only once the settings have settled: more epochs may just have been typed. */
  async function train(): Promise<void> {
    if (isRunning.value || !canRun.value) return
    if (mainAction.value === 'run') firstGoal.value = epochs.value
    if (mainAction.value === 'extend') {
      firstGoal.value = extension.value
      await settings.change('epochs', { epochs: epochs.value + extension.value })
    }
    await engine.request('run')
  }

  return {
    isRunning,
    isPausing,
    mainAction,
    extension,
    canRun,
    canStep: computed(() => canRun.value && !isRunning.value && mainAction.value !== 'extend'),
    canRewind: computed(
      () => isReady.value && !isBusy.value && (engine.run.value.epoch > 0 || engine.run.value.step > 0 || status.value === 'failed')
    ),
    canReseed: computed(() => isReady.value && !isBusy.value),
    async main() {
      problems.dismiss()
      // What it says when it is pressed: the run may have ended by the time that the settings have settled.
      pressedPause.value = isRunning.value
      await guarded(pressedPause.value ? engine.pause : train)
      pressedPause.value = false
    },
    canStepBack: computed(() => isReady.value && !isBusy.value && !isRunning.value && engine.run.value.step > 0),
    stepUnit,
    step: () => guarded(() => engine.request(stepUnit.value === 'batch' ? 'stepBatch' : 'stepEpoch')),
    stepBack: () => guarded(() => engine.request('stepBack', { unit: stepUnit.value })),
    rewind: () => guarded(() => engine.request('rewind')),
    // The old seeds are gone after it, and with them the way back to the weights.
    newSeed: () => settings.afterAsking(() => engine.request('newSeed'))
  }
}
